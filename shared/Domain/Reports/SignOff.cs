using VksServerless.Cycles;

using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>Ký duyệt trước khi nộp.</summary>
public static class SignOff
{
    /// <summary>
    /// Whether a report goes up only when the unit's head, or who is delegated, has signed it: the cycle or its form demands it.
    /// </summary>
    public static bool IsDemanded(CycleTerms terms, Form form) => terms.HeadSignsOff || form.SignOff;
}
