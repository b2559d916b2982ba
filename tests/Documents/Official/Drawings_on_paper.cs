using System.Text;
using VksServerless.Documents.Charts;
using VksServerless.Documents.Official;
using VksServerless.Documents.Official.Pictures;
using VksServerless.Documents.Official.Word;

namespace VksServerless.Documents.Tests.Official;

public class Drawings_on_paper
{
    private static readonly Chart Share = new ShareChart(
        "thu", "Mục tiêu", "Trạng thái",
        [new SharePart("hoàn thành", 4), new SharePart("đang triển khai", 16), new SharePart("chưa", 0)]).Draw();

    [Fact]
    public void Have_the_shapes_and_labels_of_the_page()
    {
        var picture = SvgReader.Read(Share);

        picture.Shapes.OfType<Shape.Label>().Select(label => label.Text)
            .ShouldBe(["4", "16", "4/20 hoàn thành (20%)", "16/20 đang triển khai (80%)", "0 chưa"]);
        picture.Shapes.OfType<Shape.Box>().Where(box => box.Fill == 0x1f5f8b).Select(box => Math.Round(box.Width, 1)).ShouldBe([71.6, 18]);
        picture.Width.ShouldBe(360);
    }

    [Fact]
    public void Keep_hatching_within_the_box()
    {
        var box = new Shape.Box(10, 20, 30, 12, null, 0, 1, false);
        foreach (var shade in new[] { Shade.Slanted, Shade.Crossed, Shade.Dotted, Shade.Upright })
        {
            var shapes = Hatch.Fill(box, shade).ToList();
            shapes.Count.ShouldBeGreaterThan(5);
            shapes.OfType<Shape.Line>().SelectMany(line => line.Spots)
                .ShouldAllBe(spot => spot.X >= 10 && spot.X <= 40 && spot.Y >= 20 && spot.Y <= 32);
        }
    }

    [Fact]
    public void Can_be_read_whatever_chart_it_is()
    {
        foreach (var chart in new[]
        {
            Share,
            new TrendChart("xu-huong", "Xu hướng", "Kỳ", "Vụ",
                [new TrendPoint("1", 3), new TrendPoint("2", null), new TrendPoint("3", -5)]).Draw(),
            new RankingChart("hang", "Xếp hạng", "Đơn vị", "%", [new RankedBar("A", 5), new RankedBar("B", -2, Own: true)]).Draw(),
            new BarsChart("thanh", "Nộp", "Cấp", [new ChartPart("Đúng", Shade.Solid), new ChartPart("Muộn", Shade.Upright)],
                [new BarRow("A", [1, 2])], AsShares: true).Draw(),
            new TileMap("ban-do", "Nộp", "Tỷ lệ", [new Tile(VksServerless.Units.UnitCode.Of("T01"), "Hà Nội", 0.5m, "1/2")]).Draw(),
        })
        {
            SvgReader.Read(chart).Shapes.ShouldNotBeEmpty();
            Emf.Write(SvgReader.Read(chart), 100).ShouldNotBeEmpty();
        }
    }

    [Fact]
    public void Are_metafiles_whose_records_add_up()
    {
        var emf = Emf.Write(SvgReader.Read(Share), 100);
        var (at, records, last) = (0, 0, 0);
        for (; at < emf.Length; at += BitConverter.ToInt32(emf, at + 4), records++)
        {
            last = BitConverter.ToInt32(emf, at);
            BitConverter.ToInt32(emf, at + 4).ShouldBeGreaterThan(7);
        }

        BitConverter.ToInt32(emf, 0).ShouldBe(1);
        Encoding.ASCII.GetString(emf, 40, 4).ShouldBe(" EMF");
        last.ShouldBe(14);
        at.ShouldBe(emf.Length);
        BitConverter.ToInt32(emf, 48).ShouldBe(emf.Length);
        BitConverter.ToInt32(emf, 52).ShouldBe(records);
        Encoding.Unicode.GetString(emf).ShouldContain("16/20 đang triển khai (80%)");
    }

    [Fact]
    public void Fit_on_their_page_with_their_caption()
    {
        var tall = new Picture(360, 2_000, []);
        foreach (var sheet in new[] { Sheet.Portrait, Sheet.Landscape })
        {
            PictureSize.HeightOf(tall, sheet).ShouldBeLessThan(sheet.Height - Sheet.Top - Sheet.Bottom - 20);
            PictureSize.WidthOf(tall, sheet).ShouldBeLessThan(sheet.TextWidth);
        }
    }
}
