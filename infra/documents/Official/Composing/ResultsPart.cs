using VksServerless.Documents.Official.Pictures;
using VksServerless.Documents.Publications;
using VksServerless.Forms;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Kết quả tổng hợp toàn Ngành: a section of the form after the other.</summary>
internal static class ResultsPart
{
    public static IEnumerable<Block> Of(Material material, AnnexList annexes)
    {
        yield return new Block.Heading(1, "KẾT QUẢ TỔNG HỢP TOÀN NGÀNH", "Phần thứ hai");
        if (material.Report.CountedOn is { } day)
        {
            yield return Block.Paragraph.Of(
                "Số đơn vị làm căn cứ tính mỗi tỷ lệ là số đơn vị phải báo cáo chỉ tiêu đó, không kể đơn vị được miễn báo cáo và đơn vị "
                + $"trả lời “không áp dụng”, theo danh sách đơn vị chốt ngày {Vietnamese.Day(day)}{annexes.Refer(AnnexKind.Units)}.",
                ParagraphKind.Note);
        }

        foreach (var block in material.Each().SelectMany(section => SectionOf(section.Asked, section.View, material, annexes)))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> SectionOf(Section asked, SectionView view, Material material, AnnexList annexes)
    {
        yield return new Block.Heading(2, Words.Capitals(view.Heading));
        IReadOnlyList<Block> words =
            [.. view.Text.Select(text => Block.Paragraph.Of(text)), .. Findings.Of(asked, view, material, annexes)];
        var parts = new (string Heading, IReadOnlyList<Block> Blocks)[]
        {
            ("Số liệu tổng hợp", [.. FiguresOf(view, annexes)]),
            ("Kết quả theo cấp", [.. LevelsTable.Of(view)]),
            ("Xếp hạng đơn vị", [.. RankingTables.Of(view, annexes)]),
            ("Nội dung các đơn vị báo cáo", [.. NarrativesSummary.Of(asked, view, annexes)]),
            ("Tiếp thu, giải trình ý kiến", [.. OpinionsOf(view, annexes)]),
        }.Where(part => part.Blocks.Count > 0).ToList();
        if (words.Count + parts.Count == 0)
        {
            yield return Block.Paragraph.Of("Chưa có số liệu của phần này.");
        }

        foreach (var block in words.Concat(parts.SelectMany((part, at) =>
            part.Blocks.Prepend(new Block.Heading(3, $"{at + 1}. {part.Heading}")))))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> FiguresOf(SectionView view, AnnexList annexes) =>
    [
        .. view.Tables.Where(table => table.ProgressBar is not null)
            .Select(table => new Block.Picture(SvgReader.Read(table.ProgressBar!), table.Indicator.Label)),
        .. FigureTables.Of(view),
        .. TallyTables.Of(view),
        .. GroupedTables.Of(view),
        .. view.Adjustments.Count == 0 ? [] : new[]
        {
            Block.Paragraph.Of(
                $"Số liệu đã gồm {Written.Count(view.Adjustments.Count)} điều chỉnh khi tổng hợp{annexes.Refer(AnnexKind.Adjustments)}; "
                + "số đơn vị cấp dưới báo cáo được giữ nguyên."),
        },
    ];

    private static IEnumerable<Block> OpinionsOf(SectionView view, AnnexList annexes) => view.Opinions is not { } opinions
        ? []
        : [
            Block.Paragraph.Of($"{opinions.Summary}{annexes.Refer(AnnexKind.Opinions)}."),
            .. opinions.Fields.Select(field => Block.Paragraph.Of($"{field.Label}: {field.Summary}.", ParagraphKind.Item)),
        ];
}
