using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>So sánh với kỳ trước.</summary>
internal static class ComparisonPart
{
    public static IEnumerable<Block> Of(Material material)
    {
        if (material.Report.Comparison is not { } comparison)
        {
            yield break;
        }

        var view = ComparisonView.Of(comparison, material.Form);
        yield return new Block.Heading(1, "SO SÁNH VỚI KỲ TRƯỚC", "Phần thứ ba");
        yield return Block.Paragraph.Of($"Số kỳ trước ({view.Period}) lấy từ Báo cáo số {view.Number} đã công bố.");
        foreach (var note in view.Notes)
        {
            yield return Block.Paragraph.Of(note, ParagraphKind.Note);
        }

        if (view.Sections.Count == 0)
        {
            yield return Block.Paragraph.Of("Không có chỉ tiêu nào so sánh được với kỳ trước.");
            yield break;
        }

        IReadOnlyList<GridColumn> columns =
        [
            GridColumn.Name("Chỉ tiêu", 40), GridColumn.Centred("Đơn vị tính", 17), GridColumn.Number("Kỳ trước", 32),
            GridColumn.Number("Kỳ này", 32), GridColumn.Number("Tăng, giảm", 20), GridColumn.Number("Tỷ lệ", 17),
        ];
        yield return Tables.Of("Số liệu toàn Ngành so với kỳ trước", columns,
        [
            .. view.Sections.SelectMany(section => section.Rows.Select(row => Row(row, columns.Count))
                .Prepend(GridRow.Group(section.Heading, columns.Count))),
        ]);
    }

    // A share and what it is of stand in two lines.
    private static GridRow Row(ComparedRow row, int columns) => row.IsHeading
        ? new GridRow([new GridCell(row.Label) { Span = columns }])
        : GridRow.Of((row.IsOption ? "– " : "") + row.Label, row.Measure, Broken(row.Then), Broken(row.Now), row.Change, row.Percent);

    private static string Broken(string value) => value.Replace(" (", "\n(", StringComparison.Ordinal);
}
