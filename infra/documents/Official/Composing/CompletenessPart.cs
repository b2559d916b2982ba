using VksServerless.Documents.Official.Pictures;
using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Tình hình nộp báo cáo.</summary>
internal static class CompletenessPart
{
    private static readonly string[] Counts = ["Phải báo cáo", "Đã nộp", "Đúng hạn", "Muộn", "Chưa nộp", "Đã duyệt"];

    public static IEnumerable<Block> Of(Material material, AnnexList annexes)
    {
        var (view, total, all) = (material.Completeness, material.Completeness.Total, material.Report.Completeness);
        yield return new Block.Heading(1, "TÌNH HÌNH NỘP BÁO CÁO", "Phần thứ nhất");
        yield return Block.Paragraph.Of(
            $"Có {total.Received}/{total.Expected} đơn vị đã nộp báo cáo ({total.ReceivedShare}), trong đó {total.OnTime} đơn vị nộp đúng "
            + $"hạn ({total.OnTimeShare}), {Units(all.Late, "nộp muộn", total.LateShare)}; "
            + $"{Units(all.Missing, "chưa nộp", total.MissingShare)}"
            + $"{(view.AnyExempt ? $"; {total.Exempt} đơn vị được miễn báo cáo" : "")}. Số liệu dưới đây tổng hợp từ "
            + $"{total.Accepted} báo cáo đã được duyệt ({total.AcceptedShare} số đơn vị phải báo cáo).");
        if (all.Accepted == 0)
        {
            yield return Block.Paragraph.Of("Chưa có báo cáo nào được duyệt nên báo cáo này không có số liệu tổng hợp.");
        }

        if (view.ByLevel.Length > 0)
        {
            yield return Block.Paragraph.Of($"Theo cấp, đã nộp báo cáo: {view.ByLevel}");
        }

        if (view.Tiers.Count > 0)
        {
            yield return new Block.Picture(SvgReader.Read(view.Bars), "Tình hình nộp báo cáo theo cấp");
            yield return Table("Số đơn vị nộp báo cáo theo cấp (tỷ lệ trên số phải báo cáo)", "Cấp", view, view.Tiers);
        }

        foreach (var block in view.Named.SelectMany(named => Named(named, annexes)))
        {
            yield return block;
        }
    }

    public static Block.Table Table(string caption, string heading, CompletenessView view, IReadOnlyList<CompletenessRow> rows)
    {
        IReadOnlyList<GridColumn> columns =
        [
            GridColumn.Name(heading, 40),
            .. Counts.Select(name => GridColumn.Number(name, 13.4)),
            GridColumn.Number("Tỷ lệ nộp", 15.5), GridColumn.Number("Tỷ lệ duyệt", 15.5),
            .. view.AnyExempt ? [GridColumn.Number("Được miễn", 13.4)] : Array.Empty<GridColumn>(),
        ];
        return Tables.Of(caption, columns, [.. rows.Select(row => Row(row) with { IsTotal = false }).Prepend(Row(view.Total))]);

        GridRow Row(CompletenessRow row) => GridRow.Total(
        [
            UnitNames.Shorten(row.Name), row.Expected, row.Received, row.OnTime, row.Late, row.Missing, row.Accepted, row.ReceivedShare,
            row.AcceptedShare, .. view.AnyExempt ? [row.Exempt] : Array.Empty<string>(),
        ]);
    }

    private static string Units(int count, string what, string share) =>
        count == 0 ? $"không có đơn vị nào {what}" : $"{Written.Count(count)} đơn vị {what} ({share})";

    private static IEnumerable<Block> Named(NamedUnits named, AnnexList annexes)
    {
        var count = UnitNames.Count(named.Groups);
        return count <= UnitNames.MostInSentence
            ? [Block.Paragraph.Of($"{named.Heading} ({named.Count}): {UnitNames.Sentence(named.Groups)}.")]
            : [Block.Paragraph.Of($"{named.Heading}: {named.Count} đơn vị{annexes.Refer(AnnexKind.Completeness)}.")];
    }
}
