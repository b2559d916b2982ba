using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Bảng kê: every row, those of a unit under its name.</summary>
internal static class RowsAnnex
{
    public static IEnumerable<Block> Of(Material material)
    {
        foreach (var section in material.Sections.Where(section => section.HasRows))
        {
            yield return new Block.Heading(3, section.Heading);
            foreach (var rows in section.Rows)
            {
                yield return rows.Groups.Count == 0
                    ? Block.Paragraph.Of($"{rows.Label}: không có đơn vị nào kê.")
                    : Table(rows);
            }
        }
    }

    private static Block.Table Table(ListedRowsView rows)
    {
        var columns = rows.Groups[0].Columns.Select(ColumnOf).Prepend(GridColumn.Line).ToList();
        return Tables.Of($"{rows.Label} ({rows.Count} dòng)", columns,
        [
            .. rows.Groups.SelectMany(group => group.Units).SelectMany(unit => unit.Rows
                .Select(row => GridRow.Of(row.Cells.Select(cell => cell.Text).Prepend(row.Line)))
                .Prepend(GridRow.Group($"{UnitNames.Shorten(unit.Name)} ({unit.Count})", columns.Count))),
        ]);

        GridColumn ColumnOf(RowColumn column, int at)
        {
            var heading = column.Measure.Length == 0 ? column.Label : $"{column.Label} ({column.Measure})";
            return column.IsText ? GridColumn.Name(heading, 34)
                : rows.Groups.SelectMany(group => group.Units).SelectMany(unit => unit.Rows).Any(row => row.Cells[at].IsNumber)
                    ? GridColumn.Number(heading, 20)
                : GridColumn.Name(heading, 24);
        }
    }
}
