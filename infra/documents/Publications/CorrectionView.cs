using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>Đính chính: what it was, and what it is now.</summary>
internal sealed record CorrectionView(
    string Number, string Reason, IReadOnlyList<ChangeView> Figures, IReadOnlyList<RowsChangeView> Rows, IReadOnlyList<ChangeView> Sources,
    IReadOnlyList<ChangeView> Verdicts, IReadOnlyList<ChangeView> Texts, IReadOnlyList<DocumentView> Documents,
    IReadOnlyList<string> Others,
    IReadOnlyList<ReplyChangeView> Replies)
{
    /// <summary>A correction that found nothing to change is published all the same, and says so.</summary>
    public bool ChangesNothing =>
        Figures.Count + Rows.Count + Sources.Count + Verdicts.Count + Texts.Count + Documents.Count + Replies.Count + Others.Count == 0;

    public static CorrectionView Of(PublishedCorrection corrects, Form form, ReportUnits units) => new(
        corrects.Number.ToString(),
        corrects.Reason,
        [
            .. corrects.Figures.Select(change => form.Find(change.Field) is { } field
                ? new ChangeView(NameOf(change, field), Text(change.Before, field), Text(change.After, field))
                : new ChangeView(change.Field.ToString(), Or(change.Before), Or(change.After))),
        ],
        [
            .. from change in corrects.Rows
               where form.Find(change.Field)?.Type is FieldType.Table
               let field = form.Find(change.Field)
               select new RowsChangeView(field.Label, units.NameOf(change.Unit), Lines(change.Before, field), Lines(change.After, field)),
        ],
        [.. corrects.Sources.Select(change => new ChangeView(units.NameOf(change.Unit), Version(change.Before), Version(change.After)))],
        [.. corrects.Verdicts.Select(change => new ChangeView(units.NameOf(change.Unit), Verdict(change.Before), Verdict(change.After)))],
        [
            .. from change in corrects.Texts
               let section = form.Sections.FirstOrDefault(section => section.Code == change.Section)
               select new ChangeView(
                   section is null ? change.Section : $"{section.Number}. {section.Title}", Or(change.Before), Or(change.After)),
        ],
        [.. corrects.Documents.Select(DocumentView.Of)],
        [.. (corrects.Others ?? []).Select(Sentence)],
        [
            .. from change in corrects.Replies
               where form.Find(change.Opinion.Field) is not null
               select new ReplyChangeView(
                   units.NameOf(change.Opinion.Unit), OpinionLine.Of(change.Opinion, form.Find(change.Opinion.Field)!),
                   Reply(change.Before), Reply(change.After)),
        ]);

    private static string Reply(OpinionReply? reply) => reply is null ? Written.Nothing
        : reply.Text.Length == 0 ? $"{OpinionRow.NameOf(reply)}."
        : $"{OpinionRow.NameOf(reply)}: {reply.Text}";

    private static string Sentence(OtherChange change) => change switch
    {
        OtherChange.Comparison => "Phần so sánh với kỳ trước đã thay đổi.",
        OtherChange.Explanations => "Phần giải trình của các đơn vị đã thay đổi.",
        _ => "Các điều chỉnh khi tổng hợp đã thay đổi.",
    };

    private static string Verdict(string verdict) => verdict switch
    {
        "on-time" => "Đúng hạn",
        "late" => "Nộp muộn",
        "missing" => "Chưa nộp",
        "exempt" => "Được miễn",
        _ => Written.Nothing,
    };

    private static string NameOf(FigureChange change, Field field) =>
        change.Group is { Length: > 0 } group && field is { Grouping: { } grouping, Type: FieldType.Table table }
        ? $"{field.Label} ({string.Join(", ", group.Split('|').Zip(grouping.By, (code, by) => OptionOf(table, by, code)))})"
        : Labels.WithMeasure(field);

    private static string OptionOf(FieldType.Table table, string column, string code) =>
        code.Length > 0 && table.Columns.FirstOrDefault(one => one.Code == column) is { } found
            ? Labels.OfOption(found.Type, code)
            : "để trống";

    private static string Version(int? version) => version is { } number ? $"Bản {Written.Count(number)}" : Written.Nothing;

    /// <summary>Counts are written as "yes: 61; no: 2": the reader sees the options' and columns' labels instead of their codes.</summary>
    private static string Text(string text, Field field) =>
        field.Aggregation is AggregationMethod.Tally or AggregationMethod.Union && text.Length > 0
        ? string.Join(
            "; ",
            text.Split("; ").Select(part => part.Split(": ", 2))
                .Select(part => part.Length == 2 ? $"{LabelOf(part[0], field)}: {part[1]}" : Counted(part[0], field)))
        : Or(text);

    private static string LabelOf(string code, Field field) => field.Type is FieldType.Table table
        ? table.Columns.FirstOrDefault(column => column.Code == code)?.Label ?? code
        : Labels.OfOption(field, code);

    private static string Counted(string count, Field field) => field.Aggregation == AggregationMethod.Union ? $"{count} dòng" : count;

    private static List<string> Lines(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, Field field) =>
    [
        .. rows.Select(row => string.Join("; ", from column in ((FieldType.Table)field.Type).Columns
                                                where row.ContainsKey(column.Code)
                                                select CellView.TextOf(column.Type, row[column.Code]))),
    ];

    private static string Or(string text) => text.Length == 0 ? Written.Nothing : text;
}

internal sealed record ChangeView(string What, string Before, string After);

/// <summary>The rows that one unit no longer lists, and those that it lists instead.</summary>
internal sealed record RowsChangeView(string Label, string Unit, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <summary>What was replied to an opinion, and what is now.</summary>
internal sealed record ReplyChangeView(string Unit, IReadOnlyList<OpinionLine> Lines, string Before, string After);
