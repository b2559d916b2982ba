using VksServerless.Documents.Charts;

namespace VksServerless.Documents.Tests.Charts;

public class A_ranking
{
    [Fact]
    public void Sorts_and_gives_equal_values_the_same_rank()
    {
        var chart = new RankingChart("h", "Hạng", "Đơn vị", "Vụ", [new("A", 1), new("B", 3), new("C", 2), new("D", 3)]);

        chart.Draw().Table.Rows.ShouldBe([["1", "B", "3"], ["1", "D", "3"], ["3", "C", "2"], ["4", "A", "1"]]);
        (chart with { LowestFirst = true }).Draw().Table.Rows.Select(row => row[1]).ShouldBe(["A", "C", "B", "D"]);
    }

    [Fact]
    public void Marks_the_own_unit_by_more_than_its_colour() =>
        new ADrawing(Samples.Ranking(own: 2, count: 3).Draw()).Texts.Where(text => text.StartsWith('▸'))
            .ShouldBe(["▸ 2. VKSND tỉnh thứ 2"]);

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(21)]
    [InlineData(5_000)]
    [InlineData(10_000)]
    public void Of_many_units_shows_the_first_and_the_own_one(int own)
    {
        var drawing = new ADrawing(Samples.Ranking(own, 10_000).Draw());

        drawing.Texts.ShouldContain("1. VKSND tỉnh thứ 1".Insert(0, own == 1 ? "▸ " : ""));
        drawing.Texts.Count(text => text.StartsWith("▸ ", StringComparison.Ordinal)).ShouldBe(1);
        drawing.All("g").Count.ShouldBeInRange(17, RankingChart.MostRows);
        drawing.Chart.Svg.Length.ShouldBeLessThan(20_000);
        drawing.Chart.Table.Rows.Count.ShouldBe(10_000);
    }

    [Fact]
    public void Draws_negative_values_to_the_left_of_zero()
    {
        var boxes = new ADrawing(new RankingChart("h", "Hạng", "Đơn vị", "Vụ", [new("A", 30), new("B", -10)]).Draw()).All("rect");

        ADrawing.Number(boxes[1], "x").ShouldBe(1);
        (ADrawing.Number(boxes[1], "x") + ADrawing.Number(boxes[1], "width")).ShouldBe(ADrawing.Number(boxes[0], "x"));
        boxes.Sum(box => ADrawing.Number(box, "width")).ShouldBe(Drawing.Width - 2);
    }
}
