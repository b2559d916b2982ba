using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Xếp hạng: the first of each level in the body, all of them in an annex.</summary>
internal static class RankingTables
{
    public static IEnumerable<Block> Of(SectionView view, AnnexList annexes) =>
        from ranking in view.Rankings
        from level in ranking.Levels
        let rest = level.Rest.Count == 0 ? ""
            : $"; {Written.Count(level.First.Count)} đơn vị đầu, đầy đủ tại {annexes.NameOf(AnnexKind.Rankings)}"
        select Table(ranking, level, level.First, rest);

    public static IEnumerable<Block> Annex(Material material) =>
        from section in material.Sections
        from ranking in section.Rankings
        from level in ranking.Levels
        where level.Rest.Count > 0
        select Table(ranking, level, [.. level.First, .. level.Rest]);

    private static Block.Table Table(RankingView ranking, LevelView level, IReadOnlyList<RankView> units, string rest = "")
    {
        var measure = ranking.Measure.Length == 0 ? "" : $" ({ranking.Measure})";
        return Tables.Of(
            $"{ranking.Label}{measure}: {UnitNames.Shorten(level.Name)} "
            + $"({level.Count} đơn vị; trung vị {level.Middle}; {ranking.Direction}{rest})",
            [GridColumn.Centred("Hạng", 15), GridColumn.Name("Đơn vị", 70), GridColumn.Number("Giá trị", 30)],
            [.. units.Select(unit => GridRow.Of(unit.Rank, UnitNames.Shorten(unit.Unit), unit.Value))]);
    }
}
