using VksServerless.Documents.Publications;
using VksServerless.Forms;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Summed indicators by the units directly under the sector.</summary>
internal static class NodesAnnex
{
    // Digits of 10 points that fit beside the unit's name.
    private const int Digits = 96;
    private const double Digit = 1.85;

    public static IEnumerable<Block> Of(Material material)
    {
        var sections = material.Form.Sections.Select(section => (section, Tables: TablesOf(section, material)))
            .Where(section => section.Tables.Count > 0).ToList();
        var adjusted = sections.Any(section => section.Tables.Any(table => table.AnyAdjusted));
        if (sections.Count > 0)
        {
            yield return Block.Paragraph.Of(
                "Mỗi dòng là tổng của chính đơn vị đó và mọi đơn vị cấp dưới, chỉ tính báo cáo đã được duyệt"
                + (adjusted ? "; dấu *: đã gồm điều chỉnh khi tổng hợp." : "."),
                ParagraphKind.Note);
        }

        foreach (var (section, tables) in sections)
        {
            yield return new Block.Heading(3, $"{section.Number}. {section.Title}");
            foreach (var table in tables)
            {
                yield return Table(table);
            }

            if (tables[0].Left.Length > 0)
            {
                yield return Block.Paragraph.Of(tables[0].Left, ParagraphKind.Note);
            }
        }
    }

    private static IReadOnlyList<NodeTable> TablesOf(Section section, Material material) => NodeTable.Of(
        section, [.. section.Fields.Where(field => field.Aggregation == AggregationMethod.Sum)], material.Report, material.Units, Digits);

    private static Block.Table Table(NodeTable table) => Tables.Of(
        $"Số liệu theo đơn vị trực thuộc{table.Part}",
        [
            GridColumn.Line, GridColumn.Name("Đơn vị", 45) with { Share = 15 },
            .. table.Columns.Select((column, at) => GroupedTables.Column(column) with { Width = WidthOf(table, at), Share = 20 }),
        ],
        [
            .. table.Rows.Select(row => GridRow.Of([row.Line, UnitNames.Shorten(row.Name), .. row.Cells]))
                .Prepend(GridRow.Total(["", "Toàn Ngành", .. table.Totals])),
        ]);

    private static double WidthOf(NodeTable table, int at) =>
        Math.Max(16, 3 + Digit * table.Rows.Select(row => row.Cells[at].Length).Append(table.Totals[at].Length).Max());
}
