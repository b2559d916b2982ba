using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Rows that units listed, counted and added up by groups.</summary>
internal static class GroupedTables
{
    public static IEnumerable<Block> Of(SectionView view)
    {
        foreach (var table in view.Tables)
        {
            yield return Groups(table);
            if (table.Others.Count > 0)
            {
                yield return Others(table);
            }
        }
    }

    private static Block.Table Groups(GroupedRows table)
    {
        var columns = table.HasGroups ? table.GroupColumns : ["Nhóm"];
        var rest = table.Units.NotApplicable.Length == 0 ? "" : $"; không áp dụng: {table.Units.NotApplicable}";
        return Tables.Of(
            $"{table.Indicator.Label}: {table.Count} dòng ({table.Units.Text} đơn vị có kê{rest})",
            [
                .. columns.Select(column => GridColumn.Name(column, 28)), GridColumn.Number("Số dòng", 16),
                GridColumn.Number("Tỷ lệ", 18), .. SumColumns(table),
            ],
            [
                .. table.Lines.Select(line => new GridRow(
                [
                    new GridCell(First(line)) { Continues = line.Span.Length == 0 }, .. line.Rest.Select(text => new GridCell(text)),
                    new GridCell(line.Count), new GridCell(line.Share), .. line.Sums.Select(sum => new GridCell(sum)),
                ])).Prepend(new GridRow(
                [
                    new GridCell("Tổng số") { Span = columns.Count }, new GridCell(table.Total.Count), new GridCell(table.Total.Share),
                    .. table.Total.Sums.Select(sum => new GridCell(sum)),
                ], IsTotal: true)),
            ]);
    }

    private static string First(GroupLine line) =>
        line.Span.Length == 0 ? "" : line.Of.Length == 0 ? line.First : $"{line.First}\n({line.Of})";

    private static Block.Table Others(GroupedRows table) => Tables.Of(
        $"{table.Indicator.Label}: những tên khác mà đơn vị kê (gộp theo tên)",
        [GridColumn.Name("Tên"), GridColumn.Number("Số dòng", 16), GridColumn.Number("Số đơn vị", 16), .. SumColumns(table)],
        [
            .. table.Others.Select(other => GridRow.Of(
                [other.Also.Length == 0 ? other.Name : $"{other.Name} (còn ghi: {other.Also})", other.Count, other.Units, .. other.Sums])),
        ]);

    private static IEnumerable<GridColumn> SumColumns(GroupedRows table) => table.SumColumns.Select(Column);

    public static GridColumn Column(NodeColumn column) =>
        GridColumn.Number(column.Measure.Length == 0 ? column.Label : $"{column.Label} ({column.Measure})", 20);
}
