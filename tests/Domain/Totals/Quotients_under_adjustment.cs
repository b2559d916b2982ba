using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Reports;
using VksServerless.Tests.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Tests.Totals;

/// <summary>A province takes seven new cases away; what is divided by what is answered by the districts.</summary>
public class Quotients_under_adjustment
{
    private static readonly UnitCode Province = UnitCode.Of("T01");
    private static readonly UnitCode Other = UnitCode.Of("T86");
    private static readonly Figure.Ratio Adjusting = new(-7, 0, 1, 0);
    private static readonly Figure.Ratio Elsewhere = new(1, 3000, 1, 1);

    [Fact]
    public void Are_not_moved_by_what_a_province_adjusts_of_which_nobody_below_it_brings_the_quotient()
    {
        var total = Sector(null);

        total.ShouldBe(Elsewhere);
        InSnapshot(null).ShouldBe(Elsewhere);
    }

    [Fact]
    public void Are_moved_where_somebody_does()
    {
        var total = Sector(new Figure.Ratio(20, 100, 1, 1));

        total.ShouldBe(new Figure.Ratio(14, 3100, 1, 2));
        InSnapshot(new Figure.Ratio(20, 100, 1, 1)).ShouldBe(total);
    }

    private static Figure? Sector(Figure.Ratio? district)
    {
        var below = NodeTotal.Of(Province, [Child("T01-TT", district)]);
        return NodeTotal.Of(UnitCode.Sector, [Child("T01", Adjusting) with { Below = below }, Child("T86", Elsewhere)])
            .Figures.GetValueOrDefault("ty");
    }

    private static Figure? InSnapshot(Figure.Ratio? district)
    {
        var roster = new Roster(
            [
                new Participant(UnitCode.Of("T01-TT"), "TT", UnitLevel.District, Province, Tier.District, []),
                new Participant(Province, "T01", UnitLevel.Province, UnitCode.Sector, Tier.Province, []),
                new Participant(Other, "T86", UnitLevel.Province, UnitCode.Sector, Tier.Province, []),
            ],
            [
                new RosterNode(Province, "T01", UnitLevel.Province, UnitCode.Sector),
                new RosterNode(UnitCode.Sector, "VKSTC", UnitLevel.Sector, null),
            ]);
        return Snapshot.Of(roster, UnitCode.Sector, [Child("T01-TT", district), Child("T01", Adjusting), Child("T86", Elsewhere)])
            .FiguresOf(UnitCode.Sector).GetValueOrDefault("ty");
    }

    private static Child Child(string unit, Figure.Ratio? brings) => new(
        UnitCode.Of(unit),
        null,
        new Contribution(
            UnitCode.Of(unit), 1, AnObligation.Hash,
            brings is null ? FigureTable.None : new Dictionary<string, Figure> { ["ty"] = brings }),
        null);
}
