using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Đính chính: what the report replaces, why, and what has changed.</summary>
internal static class CorrectionPart
{
    public static IEnumerable<Block> Of(Material material)
    {
        if (material.Source.Corrects is not { } corrects)
        {
            yield break;
        }

        var view = CorrectionView.Of(corrects, material.Form, material.Units);
        yield return new Block.Heading(1, $"ĐÍNH CHÍNH BÁO CÁO SỐ {view.Number}");
        yield return Block.Paragraph.Of($"Báo cáo này thay thế Báo cáo số {view.Number}. Lý do đính chính: {view.Reason}");
        if (view.ChangesNothing)
        {
            yield return Block.Paragraph.Of("Sau khi rà soát, không có nội dung nào của báo cáo đã công bố thay đổi.");
        }
        else if (view.Figures.Count == 0)
        {
            yield return Block.Paragraph.Of("Số liệu toàn Ngành không thay đổi.");
        }

        foreach (var table in TablesOf(view).Where(table => table.Rows.Count > 0))
        {
            yield return table;
        }

        foreach (var other in view.Others)
        {
            yield return Block.Paragraph.Of(other);
        }

        foreach (var document in view.Documents)
        {
            yield return Block.Paragraph.Of(
                $"{document.Kind}: {document.FileName}, đính kèm lúc {document.At}.", ParagraphKind.Item);
        }
    }

    private static IEnumerable<Block.Table> TablesOf(CorrectionView view) =>
    [
        Changes("Số liệu toàn Ngành đã thay đổi", "Chỉ tiêu", view.Figures),
        Tables.Of(
            "Dòng của bảng kê đã thay đổi",
            [
                GridColumn.Name("Đơn vị", 32), GridColumn.Name("Bảng kê", 30),
                GridColumn.Name("Đã công bố", 40), GridColumn.Name("Nay là", 40),
            ],
            [.. view.Rows.Select(row => GridRow.Of(UnitNames.Shorten(row.Unit), row.Label, Lines(row.Before), Lines(row.After)))]),
        Changes("Báo cáo của đơn vị đã thay đổi", "Đơn vị", view.Sources),
        Changes("Nội dung tổng hợp đã thay đổi", "Phần", view.Texts),
        Tables.Of(
            "Nội dung tiếp thu, giải trình ý kiến đã thay đổi",
            [
                GridColumn.Name("Đơn vị", 32), GridColumn.Name("Ý kiến", 45),
                GridColumn.Name("Đã công bố", 35), GridColumn.Name("Nay là", 35),
            ],
            [
                .. view.Replies.Select(row => GridRow.Of(
                    UnitNames.Shorten(row.Unit), OpinionsAnnex.Said(row.Lines), row.Before, row.After)),
            ]),
        Changes("Tình trạng nộp của đơn vị đã thay đổi", "Đơn vị", view.Verdicts),
    ];

    private static Block.Table Changes(string caption, string heading, IReadOnlyList<ChangeView> changes) => Tables.Of(
        caption,
        [GridColumn.Name(heading, 55), GridColumn.Name("Đã công bố", 45), GridColumn.Name("Nay là", 45)],
        [.. changes.Select(change => GridRow.Of(UnitNames.Shorten(change.What), change.Before, change.After))]);

    private static string Lines(IReadOnlyList<string> lines) => lines.Count == 0 ? Written.Nothing : string.Join('\n', lines);
}
