using VksServerless.Documents.Charts;
using VksServerless.Documents.Official.Pictures;
using VksServerless.Units;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Who has reported: a line for each unit directly under the sector, a map of the provinces, and long lists of names.</summary>
internal static class CompletenessAnnex
{
    private const int FewestOnMap = 10;

    public static IEnumerable<Block> Of(Material material)
    {
        var view = material.Completeness;
        if (view.Nodes.Count > 0)
        {
            yield return Block.Paragraph.Of("Mỗi dòng gồm chính đơn vị đó và mọi đơn vị cấp dưới của nó.", ParagraphKind.Note);
            yield return CompletenessPart.Table("Số đơn vị; tỷ lệ tính trên số đơn vị phải báo cáo", "Đơn vị", view, view.Nodes);
        }

        if (MapOf(material) is { } map)
        {
            yield return new Block.Picture(SvgReader.Read(map.Draw()), "Tỷ lệ nộp báo cáo của các VKSND cấp tỉnh");
        }

        foreach (var named in view.Named.Where(named => UnitNames.Count(named.Groups) > UnitNames.MostInSentence))
        {
            yield return new Block.Heading(3, $"{named.Heading} ({named.Count})");
            foreach (var line in UnitNames.List(named.Groups))
            {
                yield return line;
            }
        }
    }

    private static TileMap? MapOf(Material material)
    {
        var provinces = material.Report.Nodes.Where(node => node.Level == UnitLevel.Province).ToList();
        return provinces.Count < FewestOnMap ? null : new TileMap("ban-do", "Tỷ lệ nộp báo cáo", "Tỷ lệ nộp",
        [
            .. provinces.Select(node => new Tile(
                node.Unit, node.Name,
                node.Completeness.Expected == 0 ? null : Math.Min(1m, (decimal)node.Completeness.Received / node.Completeness.Expected),
                $"{Written.Count(node.Completeness.Received)}/{Written.Count(node.Completeness.Expected)}")),
        ]);
    }
}
