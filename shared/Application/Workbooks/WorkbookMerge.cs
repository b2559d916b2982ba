using System.Text.Json.Nodes;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;

namespace VksServerless.Application.Workbooks;

/// <summary>A workbook's content in place of a draft's. What a workbook does not carry stays as the draft has it.</summary>
internal static class WorkbookMerge
{
    private const string Answers = "answers";
    private const string Explanations = "explanations";

    /// <param name="draft">As it is stored; null: there is none.</param>
    public static JsonObject Of(WorkbookContent content, ReadOnlyMemory<byte>? draft)
    {
        var merged = draft is { } stored ? JsonNode.Parse(stored.Span)!.AsObject() : [];
        var answers = merged[Answers]?.AsObject() ?? [];
        foreach (var (code, answer) in content.Sent[Answers]!.AsObject())
        {
            answers[code] = answer?.DeepClone();
        }

        merged[Answers] = answers.DeepClone();
        merged[Explanations] = content.Sent[Explanations]?.DeepClone() ?? new JsonArray();

        // Numbers typed into the workbook of a report without events say that there were some.
        if (answers.Any(answer => answer.Value is not null))
        {
            merged.Remove("nil");
        }

        return merged;
    }

    /// <returns>Each answer of the draft that would go or become another, at its place, in the form's order.</returns>
    public static IReadOnlyList<FieldError> Differences(Form form, ReportContent draft, ReportContent workbook) =>
    [
        .. ReportDifference.Between(form, draft, workbook).Fields
            .Select(code => form.Find(code)!)
            .Where(field => !field.IsDerived && draft.Answers[field.Code] is not null)
            .Select(field => new FieldError(
                $"/answers/{field.Code}", "draft-changed", $"\"{field.Label}\" trong dự thảo khác với trong tệp.")),
    ];
}
