using System.Globalization;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>Every row of one table that the units filled in, those of each province together.</summary>
/// <param name="Few">So few that they stand open.</param>
internal sealed record ListedRowsView(string Label, string Count, bool Few, IReadOnlyList<RowGroupView> Groups)
{
    private const int MostOpen = 30;

    public static ListedRowsView Of(Section section, Field field, SectorReport report, ReportUnits units)
    {
        var columns = ((FieldType.Table)field.Type).Columns;
        var headings = columns.Select(column => new RowColumn(column.Label, column.Measure, column.Type is FieldType.Text)).ToList();
        var listed = report.Rows.Where(row => row.Section == section.Code && row.Field == field.Code).ToList();
        return new ListedRowsView(field.Label, Written.Count(listed.Count), listed.Count <= MostOpen,
        [
            .. units.Group(listed, row => row.Unit).Select(group => new RowGroupView(
                group.Name,
                Written.Count(group.Items.Count),
                headings,
                $"{columns.Count + 1}",
                [
                    .. group.Items.GroupBy(row => row.Unit).Select(unit => new UnitRows(
                        units.NameOf(unit.Key), Written.Count(unit.Count()),
                        [.. unit.Select((row, index) => RowView.Of(row, columns, index + 1))])),
                ])),
        ]);
    }
}

/// <param name="Width">How many columns its table has.</param>
internal sealed record RowGroupView(
    string Name, string Count, IReadOnlyList<RowColumn> Columns, string Width, IReadOnlyList<UnitRows> Units);

internal sealed record RowColumn(string Label, string Measure, bool IsText);

internal sealed record UnitRows(string Name, string Count, IReadOnlyList<RowView> Rows);

internal sealed record RowView(string Line, IReadOnlyList<CellView> Cells)
{
    public static RowView Of(ListedRow row, IReadOnlyList<Column> columns, int line) => new(
        Written.Count(line), [.. columns.Select(column => CellView.Of(column, row.Cells.GetValueOrDefault(column.Code)))]);
}

internal sealed record CellView(string Text, bool IsNumber)
{
    public static CellView Of(Column column, string? cell) =>
        new(cell is null ? Written.Nothing : TextOf(column.Type, cell), column.Type.Bounds is not null);

    public static string TextOf(FieldType type, string cell) => type switch
    {
        FieldType.Integer { Min: >= 1000, Max: <= 9999 } => cell, // a year
        { Bounds: not null } when decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
            FigureText.Of(number),
        FieldType.Choice or FieldType.YesNo => Labels.OfOption(type, cell),
        FieldType.Date when DateOnly.TryParseExact(cell, "yyyy-MM-dd", out var day) => Vietnamese.Day(day),
        _ => cell,
    };
}
