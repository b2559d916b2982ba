using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>Tổng hợp, tiếp thu, giải trình ý kiến: what units said of a draft in one section, and what became of it.</summary>
/// <param name="Prints">Whether also what is folded is printed.</param>
internal sealed record OpinionsView(string Summary, bool Prints, IReadOnlyList<OpinionsOfField> Fields)
{
    /// <returns>Null: the section asks for no opinions.</returns>
    public static OpinionsView? Of(Section section, SectorReport report, ReportUnits units)
    {
        var asked = section.Fields.Where(field => field.Opinion).ToList();
        if (report.Opinions is not { } all || asked.Count == 0)
        {
            return null;
        }

        var given = all.Where(opinion => opinion.Section == section.Code).ToLookup(opinion => opinion.Field);
        return new OpinionsView(
            SummaryOf([.. asked.SelectMany(field => given[field.Code])]), PublicationView.PrintsAll(report),
            [.. asked.Select(field => OpinionsOfField.Of(field, [.. given[field.Code]], units))]);
    }

    /// <summary>12 ý kiến: 7 tiếp thu, 3 giải trình, 2 chưa trả lời.</summary>
    public static string SummaryOf(IReadOnlyList<Opinion> opinions)
    {
        var counts = OpinionCounts.Of([.. opinions.Select(opinion => opinion.Reply)]);
        return $"{Written.Count(counts.All)} ý kiến: {Written.Count(counts.Accepted)} tiếp thu, "
            + $"{Written.Count(counts.Explained)} giải trình, {Written.Count(counts.Unanswered)} chưa trả lời";
    }
}

/// <param name="Few">So few that they stand open.</param>
internal sealed record OpinionsOfField(string Label, string Summary, bool Few, IReadOnlyList<OpinionRow> Rows)
{
    private const int MostOpen = 30;

    public static OpinionsOfField Of(Field field, IReadOnlyList<Opinion> opinions, ReportUnits units) => new(
        field.Label, OpinionsView.SummaryOf(opinions), opinions.Count <= MostOpen,
        [.. opinions.Select((opinion, index) => new OpinionRow(
            Written.Count(index + 1), units.NameOf(opinion.Unit), OpinionLine.Of(opinion, field), OpinionRow.NameOf(opinion.Reply),
            opinion.Reply is { Text.Length: > 0 } reply ? reply.Text : Written.Nothing))]);
}

/// <param name="Kind">Tiếp thu or giải trình.</param>
internal sealed record OpinionRow(string Line, string Unit, IReadOnlyList<OpinionLine> Lines, string Kind, string Text)
{
    public static string NameOf(OpinionReply? reply) => reply?.Kind switch
    {
        ReplyKind.Accepted => "Tiếp thu",
        ReplyKind.Explained => "Giải trình",
        _ => "Chưa trả lời",
    };
}

/// <param name="Label">The column of a row; empty: it is a text.</param>
public sealed record OpinionLine(string Label, string Text)
{
    public static IReadOnlyList<OpinionLine> Of(Opinion opinion, Field field) => opinion.Cells is not { } cells
        ? [new OpinionLine("", opinion.Text ?? "")]
        :
        [
            .. from column in (field.Type as FieldType.Table)?.Columns ?? []
               where cells.ContainsKey(column.Code)
               select new OpinionLine(column.Label, CellView.TextOf(column.Type, cells[column.Code])),
        ];
}
