namespace VksServerless.Documents.Official.Composing;

/// <summary>Điều chỉnh khi tổng hợp: by how much, and why.</summary>
internal static class AdjustmentsAnnex
{
    public static IEnumerable<Block> Of(Material material) =>
        from section in material.Sections
        where section.Adjustments.Count > 0
        select Tables.Of(
            section.Heading,
            [
                GridColumn.Name("Đơn vị điều chỉnh", 40), GridColumn.Name("Chỉ tiêu", 38), GridColumn.Number("Số điều chỉnh", 22),
                GridColumn.Name("Lý do", 50),
            ],
            [.. section.Adjustments.Select(row => GridRow.Of(UnitNames.Shorten(row.Unit), row.Label, row.Amount, row.Reason))]);
}
