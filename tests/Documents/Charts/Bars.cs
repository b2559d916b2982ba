using VksServerless.Documents.Charts;

namespace VksServerless.Documents.Tests.Charts;

public class Bars
{
    [Fact]
    public void Add_up_to_the_width_whatever_the_figures()
    {
        foreach (var values in new decimal[][] { [1, 1, 1, 0], [612, 41, 37, 12], [9_999, 1, 0, 0], [0.1m, 0.2m, 0.3m, 7], [0, 0, 0, 1] })
        {
            var widths = Segments(Samples.Bars([new("A", values)]));

            widths.Count.ShouldBe(values.Count(value => value > 0));
            widths.Sum().ShouldBe(Drawing.Width - 2);
            widths.Zip(values.Where(value => value > 0)).ShouldAllBe(pair =>
                Math.Abs(pair.First - (Drawing.Width - 2) * pair.Second / values.Sum()) <= 0.02m);
        }
    }

    [Fact]
    public void Of_amounts_are_as_long_as_their_share_of_the_longest() =>
        Segments(Samples.Bars([new("A", [100, 0, 0, 0]), new("B", [25, 0, 0, 0])], asShares: false))
            .ShouldBe([Drawing.Width - 2, (Drawing.Width - 2) / 4]);

    [Fact]
    public void Write_numbers_as_Vietnamese_do_and_say_all_of_them_to_a_screen_reader()
    {
        var drawing = new ADrawing(Samples.Bars([new("Cấp huyện", [1_234.5m, 41, 0, 0])]).Draw());

        drawing.Texts.ShouldContain("1.234,5");
        drawing.Texts.ShouldContain("1.275,5");
        drawing.All("g").ShouldHaveSingleItem().Element(ADrawing.Svg + "title")!.Value
            .ShouldBe("Cấp huyện: Đúng hạn 1.234,5, Nộp muộn 41, Chưa nộp 0, Được miễn 0");
        drawing.Chart.Table.Rows.ShouldHaveSingleItem().ShouldBe(["Cấp huyện", "1.234,5", "41", "0", "0", "1.275,5"]);
    }

    [Fact]
    public void Leave_rows_for_which_there_is_no_room_to_the_table()
    {
        var chart = Samples.Bars(Enumerable.Range(1, 10_000).Select(number => new BarRow($"Đơn vị {number}", [number, 1, 0, 0]))).Draw();

        chart.Svg.Length.ShouldBeLessThan(100_000);
        new ADrawing(chart).Texts.ShouldContain("Còn 9.920 dòng nữa trong bảng.");
        chart.Table.Rows.Count.ShouldBe(10_000);
    }

    [Fact]
    public void Lead_where_the_row_says() =>
        new ADrawing(Samples.Completeness.Draw()).All("a").ShouldHaveSingleItem().Attribute("href")!.Value.ShouldBe("/nop?cap=tinh");

    [Fact]
    public void Refuse_what_they_cannot_show()
    {
        Should.Throw<ArgumentException>(() => Samples.Bars([new("A", [-1, 2, 0, 0])]).Draw());
        Should.Throw<ArgumentException>(() => Samples.Bars([new("A", [1, 2])]).Draw());
    }

    private static List<decimal> Segments(BarsChart chart) =>
        [.. new ADrawing(chart.Draw()).All("g").SelectMany(row => row.Elements(ADrawing.Svg + "rect"))
            .Select(box => ADrawing.Number(box, "width"))];
}
