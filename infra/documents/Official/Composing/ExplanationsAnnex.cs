using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Giải trình: what units said of unusual values.</summary>
internal static class ExplanationsAnnex
{
    public static IEnumerable<Block> Of(Material material) =>
        ExplanationsView.Of(material.Report, material.Form, material.Units).Select(rule => Tables.Of(
            $"{rule.Message} ({rule.Count} đơn vị)",
            [
                GridColumn.Name("Đơn vị", 45),
                .. rule.HasValues ? [GridColumn.Name("Số liệu", 40)] : Array.Empty<GridColumn>(),
                GridColumn.Name("Giải trình", 60),
            ],
            [
                .. rule.Rows.Select(row => GridRow.Of(
                [
                    UnitNames.Shorten(row.Unit), .. rule.HasValues ? [string.Join('\n', row.Values)] : Array.Empty<string>(), row.Text,
                ])),
            ]));
}
