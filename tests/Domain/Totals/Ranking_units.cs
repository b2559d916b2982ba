using System.Globalization;
using VksServerless.Forms;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Tests.Totals;

public class Ranking_units
{
    [Fact]
    public void Equal_values_share_a_rank_and_the_next_are_left_out()
    {
        var ranking = Ranking.Of(Ranked.Highest, Values(7, 9.50m, 9.5m, 10));

        ranking.Units.Select(one => (one.Rank, one.Unit.ToString())).ShouldBe([(1, "U3"), (2, "U1"), (2, "U2"), (4, "U0")]);
        (ranking.First, ranking.Median, ranking.Last).ShouldBe((10, 9.5m, 7));
    }

    [Fact]
    public void The_lowest_comes_first_where_the_form_says_so() =>
        Ranking.Of(Ranked.Lowest, Values(3, -1, 3)).Units.Select(one => (one.Rank, one.Value)).ShouldBe([(1, -1m), (2, 3m), (2, 3m)]);

    [Theory]
    [InlineData("50.01", "50.02", "50.02")]
    [InlineData("-50.01", "-50.02", "-50.02")]
    [InlineData("50", "51", "50.5")]
    public void The_median_of_percentages_has_no_more_than_two_decimals(string one, string other, string median)
    {
        var ranking = Ranking.Of(
            Ranked.Highest, Values(decimal.Parse(one, CultureInfo.InvariantCulture), decimal.Parse(other, CultureInfo.InvariantCulture)));

        ranking.MedianOf(Of(new FieldType.Percent())).ShouldBe(decimal.Parse(median, CultureInfo.InvariantCulture));
        ranking.MedianOf(Of(new FieldType.Number())).ShouldBe(ranking.Median);

        static Field Of(FieldType type) => new(FieldCode.Of("ty_le"), "Tỷ lệ", "", false, type, "", AggregationMethod.Mean);
    }

    [Fact]
    public void Of_nobody_there_is_neither_first_nor_median_nor_last()
    {
        var ranking = Ranking.Of(Ranked.Highest, []);

        (ranking.First, ranking.Median, ranking.Last).ShouldBe((null, null, null));
        ranking.Of(UnitCode.Of("U1")).ShouldBeNull();
    }

    [Fact]
    public void A_rank_is_one_more_than_how_many_are_better_and_half_are_not_better_than_the_median() =>
        Law.Holds<int[], bool>((numbers, highest) =>
    {
        var values = Values([.. numbers.Select(number => number % 7 / 2m)]).ToArray();
        var direction = highest ? Ranked.Highest : Ranked.Lowest;
        var ranking = Ranking.Of(direction, values);

        foreach (var (unit, value) in values)
        {
            var better = values.Count(other => highest ? other.Value > value : other.Value < value);
            ranking.Of(unit).ShouldBe(new RankedUnit(better + 1, unit, value));
        }

        ranking.Units.Count.ShouldBe(values.Length);
        if (ranking.Median is { } median)
        {
            values.Count(one => one.Value < median).ShouldBeLessThanOrEqualTo(values.Length / 2);
            values.Count(one => one.Value > median).ShouldBeLessThanOrEqualTo(values.Length / 2);
        }

        Ranking.Of(direction, values.Reverse()).Units.ShouldBe(ranking.Units);
    });

    private static IEnumerable<(UnitCode Unit, decimal Value)> Values(params decimal[] values) =>
        values.Select((value, unit) => (UnitCode.Of($"U{unit}"), value));
}
