using VksServerless.Figures;
using VksServerless.Forms;
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
        var compared = Compare(new Figure.Sum(10, -2, 4), new Figure.Sum(9, 0, 2));

        (compared.Now, compared.Then, compared.UnitsNow, compared.UnitsThen).ShouldBe((8, 9, 4, 2));
    }

    [Fact]
    public void Answers_that_are_counted_are_compared_as_shares_in_points()
    {
        var form = Form(field => field with { Type = new FieldType.YesNo(), Aggregation = AggregationMethod.Tally });

        var shares = Comparison.Of(form, One(Tally(37, 0)), form, One(Tally(64, 2)));

        shares.Select(one => (one.Option, one.Then, one.Now, one.Change, one.Percent, one.InPoints)).ShouldBe(
            [("no", 3.03m, 0m, -3.03m, null, true), ("yes", 96.97m, 100m, 3.03m, null, true)]);

        static Figure.Tally Tally(int yes, int no) =>
            new(new Dictionary<string, int> { ["yes"] = yes, ["no"] = no }.Where(option => option.Value > 0).ToDictionary());
    }

    public static TheoryData<string> Unlike => [.. Others.Keys];

    [Theory]
    [MemberData(nameof(Unlike))]
    public void Nothing_is_compared_with_what_is_measured_calculated_or_added_up_in_another_way(string how)
    {
        var compared = Comparison.Of(Form(), One(Sum(5)), Form(Others[how]), One(Sum(8))).ShouldHaveSingleItem();

        (compared.Now, compared.Then, compared.Percent).ShouldBe((5, null, null));
    }

    [Fact]
    public void A_sum_that_counts_units_is_no_amount()
    {
        var form = Form(field => field with { Measure = "đơn vị" });

        Comparison.Of(form, One(Sum(355)), form, One(Sum(700))).ShouldHaveSingleItem().Then.ShouldBeNull();
    }

    private static readonly Dictionary<string, Func<Field, Field>> Others = new()
    {
        ["aggregation"] = field => field with { Aggregation = AggregationMethod.Max },
        ["scale"] = field => field with { Type = new FieldType.Number(Scale: 3) },
        ["kind"] = field => field with { Type = new FieldType.Integer() },
        ["measure"] = field => field with { Measure = "người" },
        ["formula"] = field => field with { Formula = "1 + 1" },
        ["code"] = field => field with { Code = FieldCode.Of("g") },
    };

    private static Comparison Compare(Figure? now, Figure? then) =>
        Comparison.Of(Form(), One(now), Form(), One(then)).ShouldHaveSingleItem();

    private static Form Form(Func<Field, Field>? other = null)
    {
        var field = new Field(FieldCode.Of("f"), "F", "", false, new FieldType.Number(), "vụ", AggregationMethod.Sum);
        return new Form("f", 1, "F", [new Section("f", "I", "F", "", Audience.Everyone, [other?.Invoke(field) ?? field])]);
    }

    private static Dictionary<string, Figure> One(Figure? figure) => figure is null ? [] : new() { ["f"] = figure };

    private static Figure.Sum Sum(decimal value) => new(value, 0, 1);
}
