using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Tests.Reports;

public class Standing_among_peers
{
    /// <summary>The example of Iglewicz and Hoaglin's formula by hand: median 10, distances 0 1 1 2 90, their median 1.</summary>
    [Fact]
    public void Is_told_in_medians_so_that_a_wild_value_hides_no_other()
    {
        var peers = Peers(10, 11, 9, 8, 100);

        peers.ScoreOf(FieldCode.Of("x"), 100).ShouldBe(60.71m);
        peers.ScoreOf(FieldCode.Of("x"), 8).ShouldBe(-1.35m);
        peers.ScoreOf(FieldCode.Of("x"), 10).ShouldBe(0);
    }

    [Fact]
    public void Falls_back_to_the_mean_distance_where_more_than_half_are_alike() =>
        Peers(5, 5, 5, 5, 10).ScoreOf(FieldCode.Of("x"), 10).ShouldBe(3.99m);

    [Fact]
    public void Is_beyond_all_where_all_others_are_alike()
    {
        Peers(5, 5, 5, 5, 5).ScoreOf(FieldCode.Of("x"), 6).ShouldBe(99);
        Peers(5, 5, 5, 5, 5).ScoreOf(FieldCode.Of("x"), 4).ShouldBe(-99);
        Peers(5, 5, 5, 5, 5).ScoreOf(FieldCode.Of("x"), 5).ShouldBe(0);
    }

    [Fact]
    public void Cannot_be_told_among_four() => Peers(1, 2, 3, 4).ScoreOf(FieldCode.Of("x"), 100).ShouldBeNull();

    [Fact]
    public void Does_not_hang_on_the_order_of_the_peers() => Law.Holds((int[] values) =>
    {
        var some = values.Select(value => (decimal)value).ToArray();
        Peers([.. some.Reverse()]).ScoreOf(FieldCode.Of("x"), 7).ShouldBe(Peers(some).ScoreOf(FieldCode.Of("x"), 7));
    });

    [Fact]
    public void Is_told_of_rates_too()
    {
        var peers = Of([.. new[] { 10, 11, 9, 8, 100 }.Select(part => new Figure.Ratio(part, 100, 100, 1))]);

        peers.ScoreOf(FieldCode.Of("x"), 100).ShouldBe(60.71m);
        Of([.. Enumerable.Repeat(new Figure.Ratio(1, 0, 100, 1), 5)]).ScoreOf(FieldCode.Of("x"), 100).ShouldBeNull();
    }

    private static PeerFigures Peers(params decimal[] values) => Of([.. values.Select(value => new Figure.Mean(value, 1))]);

    private static PeerFigures Of(IReadOnlyList<Figure> figures) => PeerFigures.Of(figures.Select((figure, index) =>
        new Contribution(UnitCode.Of($"U{index}"), 1, Sha256.Over(""u8), new Dictionary<string, Figure> { ["x"] = figure })));
}
