using VksServerless.Cycles;

namespace VksServerless.Submissions;

/// <summary>Ký duyệt trước khi nộp.</summary>
public static class SignOff
{
    /// <summary>Whether a report goes up only when the unit's head, or who is delegated, has signed it.</summary>
    public static bool IsDemanded(CycleTerms terms) => terms.HeadSignsOff;
}
