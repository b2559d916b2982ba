using VksServerless.Documents;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;

namespace VksServerless.Web.Portal.Reports;

/// <summary>Tells somebody who decides on a report that it is another now than the one that was read, and where they differ.</summary>
internal static class ChangedSinceRead
{
    /// <param name="refusal">Why the decision was not taken.</param>
    public static Refusal Tell(Refusal refusal, Form form, ReportContent read, ReportContent now)
    {
        var changed = ReportDifference.Between(form, read, now);
        IReadOnlyList<FieldError> differences =
        [
            .. changed.Fields.Select(code => new FieldError($"/answers/{code}", "changed", Of(form.Find(code)!, read, now))),
            .. changed.Adjustments.Select(code =>
                new FieldError($"/adjustments/{code}", "changed", $"Điều chỉnh khi tổng hợp, {form.Find(code)!.Label}: đã sửa")),
        ];
        var why = refusal.Kind is RefusalKind.Stale ? "Chưa ghi quyết định nào của bạn." : refusal.Detail;
        return refusal with
        {
            Detail = $"{why} Trang này nay là bản mới. "
                + (differences.Count == 0 ? "Nội dung không khác bản bạn đã đọc." : "So với bản bạn đã đọc:"),
            Errors = [.. refusal.Errors, .. differences],
        };
    }

    private static string Of(Field field, ReportContent read, ReportContent now) =>
        field.Type is FieldType.Narrative or FieldType.Table or FieldType.Attachment
            ? $"{field.Label}: đã sửa"
            : $"{Labels.WithMeasure(field)}: {AnswerText.Shown(read.Answers[field.Code], field.Type)} → "
                + AnswerText.Shown(now.Answers[field.Code], field.Type);
}
