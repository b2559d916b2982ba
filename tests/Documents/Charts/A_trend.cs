using VksServerless.Documents.Charts;

namespace VksServerless.Documents.Tests.Charts;

public class A_trend
{
    [Fact]
    public void Has_a_gap_where_a_period_has_no_value()
    {
        var drawing = new ADrawing(Samples.Trend(1, 2, null, 3, 4, 5, null, 6).Draw());

        var line = drawing.All("path").Single(path => path.Attribute("stroke-width") is not null).Attribute("d")!.Value;
        line.Count(c => c == 'M').ShouldBe(3);
        line.Count(c => c == 'L').ShouldBe(3);
        drawing.All("circle").Count.ShouldBe(6);
        drawing.Chart.Table.Rows[2].ShouldBe(["Quý 3/2022", "–"]);
    }

    [Fact]
    public void Always_shows_zero()
    {
        Ticks(Samples.Trend(1_000, 1_010)).ShouldContain("0");
        Ticks(Samples.Trend(-1_000, -1_010)).ShouldContain("0");
        Ticks(Samples.Trend(0)).ShouldContain("0");
    }

    [Fact]
    public void Stands_higher_where_the_value_is_greater()
    {
        var heights = new ADrawing(Samples.Trend(-3, 0, 4.5m, 4.5m).Draw()).All("circle")
            .Select(dot => ADrawing.Number(dot, "cy")).ToList();

        heights[0].ShouldBeGreaterThan(heights[1]);
        heights[1].ShouldBeGreaterThan(heights[2]);
        heights[2].ShouldBe(heights[3]);
    }

    [Fact]
    public void Writes_the_newest_value_even_where_there_is_no_room_for_all()
    {
        var drawing = new ADrawing(Samples.Trend([.. Enumerable.Range(1, 10_000).Select(at => (decimal?)(1_000_000 + at))]).Draw());

        drawing.Texts.ShouldContain("1.010.000");
        drawing.All("circle").Count.ShouldBe(TrendChart.MostPoints);
        drawing.Chart.Svg.Length.ShouldBeLessThan(20_000);
        drawing.Chart.Table.Rows.Count.ShouldBe(10_000);
    }

    private static IEnumerable<string> Ticks(TrendChart chart) => new ADrawing(chart.Draw()).All("text")
        .Where(text => text.Attribute("text-anchor")?.Value == "end").Select(text => text.Value);
}
