using VksServerless.Figures;
using VksServerless.Totals;

namespace VksServerless.Tests.Totals;

public class Comparing_figures
{
    [Theory]
    [InlineData(125, 100, 25, 25.0)]
    [InlineData(1, 3, -2, -66.67)]
    [InlineData(-5, -10, 5, 50.0)]
    [InlineData(0, 8, -8, -100.0)]
    public void The_change_is_told_and_how_much_of_the_earlier_figure_it_is(int now, int then, int change, double percent)
    {
        var compared = Compare(Sum(now), Sum(then));

        (compared.Change, compared.Percent).ShouldBe((change, (decimal)percent));
    }

    [Fact]
    public void Against_nothing_there_is_a_change_but_no_percentage() =>
        (Compare(Sum(5), Sum(0)).Change, Compare(Sum(5), Sum(0)).Percent).ShouldBe((5, null));

    [Fact]
    public void Against_what_was_not_there_nothing_is_told()
    {
        var compared = Compare(Sum(5), null);

        (compared.Now, compared.Then, compared.Change, compared.Percent, compared.UnitsThen).ShouldBe((5, null, null, null, 0));
    }

    [Fact]
    public void Adjustments_count_and_the_units_of_both_figures_are_named()
    {
        var compared = Compare(new Figure.Sum(10, -2, 4), new Figure.Mean(9, 2));

        (compared.Now, compared.Then, compared.UnitsNow, compared.UnitsThen).ShouldBe((8, 4.5m, 4, 2));
    }

    [Fact]
    public void What_is_no_number_is_not_compared() =>
        Comparison.Of(One(new Figure.Tally(new Dictionary<string, int> { ["yes"] = 1 })), FigureTable.None).ShouldBeEmpty();

    private static Comparison Compare(Figure? now, Figure? then) => Comparison.Of(One(now), One(then)).ShouldHaveSingleItem();

    private static Dictionary<string, Figure> One(Figure? figure) => figure is null ? [] : new() { ["f"] = figure };

    private static Figure.Sum Sum(decimal value) => new(value, 0, 1);
}
