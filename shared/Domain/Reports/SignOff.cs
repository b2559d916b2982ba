using VksServerless.Cycles;

using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>Ký duyệt trước khi nộp.</summary>
public static class SignOff
{
    /// <summary>
    /// Whether a report goes up only when the unit's head, or who is delegated, has signed it: the cycle or its form demands it, or
    /// a software wrote it and the form does not exempt that.
    /// </summary>
    public static bool IsDemanded(CycleTerms terms, Form form, bool bySoftware) =>
        terms.HeadSignsOff || form.SignOff || (bySoftware && !form.SoftwareUnsigned);
}
