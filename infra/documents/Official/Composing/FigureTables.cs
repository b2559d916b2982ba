using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Totals, quotients, means and extremes of a section.</summary>
internal static class FigureTables
{
    private const string OfUnits = "Số đơn vị có số liệu/phải báo cáo";

    public static IEnumerable<Block> Of(SectionView view)
    {
        if (view.Sums.Count > 0)
        {
            yield return Sums(view);
        }

        if (view.Spreads.Count > 0)
        {
            yield return Spreads(view);
        }
    }

    /// <summary>Only the least and the greatest are some unit's own.</summary>
    private static Block.Table Spreads(SectionView view)
    {
        var extremes = view.Spreads.Any(row => row.Unit != Written.Nothing);
        return Tables.Of(
            "Tỷ lệ, số bình quân, nhỏ nhất, lớn nhất",
            [
                GridColumn.Name("Chỉ tiêu"), GridColumn.Centred("Đơn vị tính", 17), GridColumn.Centred("Cách tính", 22),
                GridColumn.Number("Giá trị", 24), .. extremes ? [GridColumn.Name("Đơn vị có giá trị đó", 24)] : Array.Empty<GridColumn>(),
                GridColumn.Labelled(OfUnits, 28),
            ],
            [
                .. view.Spreads.Select(row => GridRow.Of(
                [
                    row.Indicator.Label, row.Indicator.Measure, row.Kind,
                    row.Parts.Length == 0 ? row.Value : $"{row.Value}\n({row.Parts})",
                    .. extremes ? [UnitNames.Shorten(row.Unit)] : Array.Empty<string>(), Units(row.Units),
                ])),
            ]);
    }

    /// <summary>Where nothing was adjusted, what was reported is the total.</summary>
    private static Block.Table Sums(SectionView view)
    {
        var adjusted = view.Sums.Any(row => row.Adjusted != Written.Nothing);
        return Tables.Of(
            "Số liệu cộng toàn Ngành",
            [
                GridColumn.Line, GridColumn.Name("Chỉ tiêu"), GridColumn.Centred("Đơn vị tính", 18),
                .. adjusted
                    ? [GridColumn.Number("Các đơn vị báo cáo", 20), GridColumn.Number("Điều chỉnh", 18)]
                    : Array.Empty<GridColumn>(),
                GridColumn.Number("Tổng cộng", 20), GridColumn.Labelled(OfUnits, 28),
            ],
            [
                .. view.Sums.Select(row => new GridRow(
                [
                    new GridCell(row.Line), new GridCell(row.Indicator.Label), new GridCell(row.Indicator.Measure),
                    .. adjusted ? [new GridCell(row.Reported), new GridCell(row.Adjusted)] : Array.Empty<GridCell>(),
                    new GridCell(row.Total) { Bold = true }, new GridCell(Units(row.Units)),
                ])),
            ]);
    }

    private static string Units(Counted units) =>
        units.NotApplicable.Length == 0 ? units.Text : $"{units.Text}\n(không áp dụng: {units.NotApplicable})";
}
