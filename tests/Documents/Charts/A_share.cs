using VksServerless.Documents.Charts;

namespace VksServerless.Documents.Tests.Charts;

public class A_share
{
    [Fact]
    public void Says_what_the_whole_is_made_of()
    {
        var drawing = new ADrawing(Samples.Targets.Draw());

        drawing.Texts.ShouldBe(["4", "16", "4/20 hoàn thành (20%)", "16/20 đang triển khai (80%)", "0 chưa triển khai"]);
        drawing.Root.Element(ADrawing.Svg + "desc")!.Value
            .ShouldBe("4/20 hoàn thành (20%); 16/20 đang triển khai (80%); 0 chưa triển khai.");
        drawing.Chart.Table.Rows.ShouldBe([["hoàn thành", "4", "20%"], ["đang triển khai", "16", "80%"], ["chưa triển khai", "0", "0%"]]);
    }

    [Fact]
    public void Fills_its_bar() =>
        new ADrawing(Samples.Targets.Draw()).All("rect").Take(2).Sum(box => ADrawing.Number(box, "width")).ShouldBe(Drawing.Width - 2);

    [Fact]
    public void Of_more_parts_than_fills_draws_the_last_ones_together()
    {
        var parts = Enumerable.Range(1, 10_000).Select(at => new SharePart($"Mục {at}", 1));
        var chart = new ShareChart("nhieu", "Nhiều", "Mục", [.. parts]).Draw();

        new ADrawing(chart).Texts.ShouldContain("9.995/10.000 Các mục còn lại (100%)");
        chart.Svg.Length.ShouldBeLessThan(10_000);
        chart.Table.Rows.Count.ShouldBe(10_000);
    }
}
