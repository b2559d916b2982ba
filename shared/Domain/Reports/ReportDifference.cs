using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>What one version of a report says otherwise than an earlier one.</summary>
/// <param name="Fields">In the form's order; derived ones too.</param>
/// <param name="Adjustments">Codes of the fields whose sums are adjusted otherwise.</param>
public sealed record ReportDifference(IReadOnlyList<FieldCode> Fields, IReadOnlyList<FieldCode> Adjustments)
{
    public static ReportDifference Between(Form form, ReportContent before, ReportContent now) => new(
        [.. form.Fields.Select(field => field.Code).Where(code => !IsSame(before.Answers[code], now.Answers[code]))],
        [
            .. form.Fields.Select(field => field.Code).Where(
                code => before.Adjustments.FirstOrDefault(given => given.Field == code)
                    != now.Adjustments.FirstOrDefault(given => given.Field == code)),
        ]);

    internal static bool IsSame(Answer? before, Answer? now) => (before, now) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        var (one, other) => ReportJson.HashOf(one) == ReportJson.HashOf(other),
    };
}
