using System.Globalization;
using System.Text.Json.Nodes;
using VksServerless.Application.Reports;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;

namespace VksServerless.Web.Portal.Reports;

/// <summary>A section as its page shows it: what is answered or was just typed, what is wrong with it, and what stood there last period.</summary>
public sealed class SectionView(Section section, CheckedReport draft)
{
    private const int SpareRows = 3;

    public Section Section => section;

    public CheckedReport Draft => draft;

    /// <summary>Null: what is stored is shown.</summary>
    internal TypedSection? Typed { get; init; }

    /// <summary>What the use cases said of what was typed.</summary>
    public IReadOnlyList<FieldError> Refused { get; init; } = [];

    public EarlierAnswers? Earlier { get; init; }

    /// <summary>Null: every field may be changed.</summary>
    public IReadOnlyList<FieldCode>? OpenFields { get; init; }

    public IReadOnlyList<Attachment> Files { get; init; } = [];

    /// <summary>What was sent, with the files that were attached by it; null: what is stored is shown.</summary>
    public IReadOnlyDictionary<FieldCode, JsonNode?>? Sent { get; init; }

    /// <summary>Of the report whose files these are.</summary>
    public string ReportAddress { get; init; } = "";

    /// <summary>Fields that somebody else has answered otherwise since the page was made.</summary>
    public IReadOnlyList<FieldCode> Conflicts { get; init; } = [];

    /// <summary>Of which table more rows were asked for.</summary>
    public string? MoreRows { get; init; }

    public IReadOnlyList<FieldError> Errors =>
    [
        .. Refused,
        .. draft.Faults.Where(fault => IsHere(fault.Place) && Refused.All(refused => refused.Place != fault.Place)),
    ];

    public bool IsLocked(Field field) => OpenFields?.Contains(field.Code) is false;

    public string? ErrorAt(string place) => Errors.FirstOrDefault(error => error.Place == place)?.Message;

    public Answer? Stored(Field field) => draft.Content.Answers[field.Code];

    public string Value(Field field) => Typed is { } typed && typed.Has(field.Code)
        ? typed.Text(FormNames.Of(field.Code))
        : AnswerText.Typed(Stored(field), field.Type);

    public bool IsNotApplicable(Field field) => Typed is { } typed && typed.Has(field.Code)
        ? typed.Text(FormNames.Of(field.Code)).Contains(FormNames.NotApplicable, StringComparison.Ordinal)
        : Stored(field) is Answer.NotApplicable;

    public string Cell(Field field, int row, Column column) => Typed is { } typed && typed.Has(field.Code)
        ? typed.Text(FormNames.Cell(field.Code, row, column.Code))
        : Stored(field) is Answer.Rows rows && row < rows.All.Count && rows.All[row].TryGetValue(column.Code, out var answer)
            ? AnswerText.Typed(answer, column.Type)
            : "";

    public int RowsOf(Field field)
    {
        var stored = (Stored(field) as Answer.Rows)?.All.Count ?? 0;
        var shown = Typed is { } typed && typed.Has(field.Code) ? typed.RowsOf(field.Code) : stored + 1;
        return Math.Min(
            Math.Max(shown, 1) + (MoreRows == field.Code.ToString() ? SpareRows : 0), Math.Max(((FieldType.Table)field.Type).MaxRows, stored));
    }

    public IReadOnlyList<string> FilesOf(Field field) => Sent?.GetValueOrDefault(field.Code) is JsonArray ids
        ? [.. ids.Select(id => id!.GetValue<string>())]
        : (Stored(field) as Answer.Files)?.Ids ?? [];

    public string EarlierOf(Field field) => Earlier?.Answers[field.Code] is { } answer && Earlier.Form.Find(field.Code) is { } then
        ? AnswerText.Shown(answer, then.Type)
        : "";

    /// <summary>What is unusual here; each is explained at the first field of this section that it is about.</summary>
    public IEnumerable<RaisedQuery> QueriesAt(Field field) => draft.Queries.Where(query =>
        section.Fields.FirstOrDefault(asked => query.Fields.Contains(asked.Code))?.Code == field.Code);

    public string Explained(RaisedQuery query) => Typed is { } typed && typed.Explanations.TryGetValue(query.Rule, out var text)
        ? text
        : query.Explanation ?? "";

    /// <summary>Where a fault of this page is mended: /answers/so_may/0/ten is at the input of that cell.</summary>
    public string? LinkOf(string place)
    {
        var parts = place.Split('/');
        return parts switch
        {
            ["", "answers", var code, ..] when section.Fields.All(field => field.Code.ToString() != code) => null,
            ["", "answers", var code, var row, var column] =>
                $"#{FormNames.Id(FormNames.Cell(FieldCode.Of(code), int.Parse(row, CultureInfo.InvariantCulture), column))}",
            ["", "answers", var code, ..] => $"#{FormNames.Id(FormNames.Of(FieldCode.Of(code)))}",
            ["", "explanations", var rule] => $"#{FormNames.Id(FormNames.Explanation(rule))}",
            _ => null,
        };
    }

    private bool IsHere(string place) => section.Fields.Any(field =>
        place == $"/answers/{field.Code}" || place.StartsWith($"/answers/{field.Code}/", StringComparison.Ordinal));
}
