using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Totals;

namespace VksServerless.Documents.Publications;

/// <summary>Xếp hạng các đơn vị theo một chỉ tiêu, mỗi cấp một bảng; where everybody has the same there is nothing to rank.</summary>
internal sealed record RankingView(string Label, string Measure, string Direction, IReadOnlyList<LevelView> Levels)
{
    public static RankingView Of(Field field, SectorReport report, ReportUnits units) => new(
        field.Label,
        field.Measure,
        field.Ranked == Ranked.Lowest ? "giá trị thấp nhất đứng đầu" : "giá trị cao nhất đứng đầu",
        [
            .. from ranking in report.Rankings
               where ranking.Field == field.Code && ranking.Units[0].Value != ranking.Units[^1].Value
               select LevelView.Of(field, ranking, units),
        ]);
}

/// <summary>The units of one level; their values with equally many decimals, so that they stand under one another.</summary>
/// <param name="First">Those who stand open.</param>
/// <param name="Rest">Those who wait to be asked for.</param>
/// <param name="Prints">So few that all of them are printed.</param>
internal sealed record LevelView(
    string Name, string Count, string Middle, IReadOnlyList<RankView> First, IReadOnlyList<RankView> Rest, string RestCount, bool Prints)
{
    private const int Open = 10;
    private const int MostPrinted = 100;

    public static LevelView Of(Field field, LevelRanking ranking, ReportUnits units)
    {
        var written = "#,0." + new string('0', ranking.Units.Max(unit => Exact.Normalise(unit.Value).Scale));
        var all = ranking.Units.Select(
            unit =>
                new RankView(Written.Count(unit.Rank), units.NameOf(unit.Unit), unit.Value.ToString(written, Vietnamese.Culture))).ToList();
        var open = all.Count <= Open + 5 ? all.Count : Open;
        return new LevelView(
            units.LongNameOf(ranking.Level),
            Written.Count(all.Count),
            new Ranking(ranking.Units).MedianOf(field) is { } middle ? FigureText.Of(middle) : Written.Nothing,
            all[..open],
            all[open..],
            Written.Count(all.Count - open),
            all.Count <= MostPrinted);
    }
}

internal sealed record RankView(string Rank, string Unit, string Value);
