using VksServerless.Documents.Charts;
using VksServerless.Units;

namespace VksServerless.Documents.Tests.Charts;

public class The_tile_map
{
    [Theory]
    [InlineData("2024-12-31", 63)]
    [InlineData("2025-06-30", 63)]
    [InlineData("2025-07-01", 34)]
    [InlineData("2026-11-29", 34)]
    public void Has_one_tile_for_every_province_of_the_day(string day, int count)
    {
        var provinces = Samples.ProvincesOn(DateOnly.ParseExact(day, "yyyy-MM-dd")).Select(unit => unit.Code).ToList();
        var layout = TileLayout.For(provinces);

        provinces.Count.ShouldBe(count);
        layout.Places.Select(place => place.Code).ShouldBe(provinces, ignoreOrder: true);
        layout.Places.Select(place => (place.Column, place.Row)).ShouldBeUnique();
        layout.Places.Select(place => place.Short).ShouldBeUnique();
        layout.Places.ShouldAllBe(place => place.Column >= 0 && place.Column < TileMap.Columns && place.Row >= 0);
        new ADrawing(Samples.Map(DateOnly.ParseExact(day, "yyyy-MM-dd")).Draw()).All("g")
            .Count(group => group.Element(ADrawing.Svg + "title") is not null).ShouldBe(count / 2);
    }

    [Fact]
    public void Has_the_north_above_the_south_and_the_west_left_of_the_east()
    {
        foreach (var layout in TileLayout.Maps)
        {
            TilePlace At(string code) => layout.Find(UnitCode.Of(code)) ?? layout.Find(UnitCode.Of($"{code}-2025"))!;
            string[] southwards = ["T04", "T01", "T38", "T40", "T42", "T46", "T48", "T51", "T56", "T79", "T92", "T96"];

            southwards.Select(code => At(code).Row).ShouldBeInOrder();
            At("T11").Column.ShouldBeLessThan(At("T01").Column);
            At("T01").Column.ShouldBeLessThan(At("T22").Column);
            At("T91").Column.ShouldBeLessThan(At("T79").Column);
        }
    }

    [Fact]
    public void Puts_provinces_that_it_does_not_know_and_those_named_twice_below()
    {
        var drawing = new ADrawing(Samples.Map(
            [Tile("T01"), Tile("T01"), Tile("X1"), .. Enumerable.Range(1, 20).Select(number => Tile($"Y{number}"))]).Draw());

        drawing.All("g").Count.ShouldBe(23);
        drawing.Texts.ShouldContain("X1");
        drawing.Texts.ShouldContain("Y20");
        var bottom = TileLayout.For([UnitCode.Of("T01")]).Rows * TileMap.RowPitch;
        drawing.All("text").Where(text => text.Value is "X1" or "T01").ShouldAllBe(text => ADrawing.Number(text, "y") > bottom);
    }

    [Fact]
    public void Of_10_000_units_says_how_many_it_does_not_draw()
    {
        var chart = Samples.Map([.. Enumerable.Range(1, 10_000).Select(number => Tile($"Y{number}"))]).Draw();

        new ADrawing(chart).Texts.ShouldContain("Còn 9.930 dòng nữa trong bảng.");
        chart.Svg.Length.ShouldBeLessThan(60_000);
        chart.Table.Rows.Count.ShouldBe(10_000);
    }

    [Theory]
    [InlineData(0, 0, "0%")]
    [InlineData(0.1999, 0, "19%")]
    [InlineData(0.2, 1, "20%")]
    [InlineData(0.5, 2, "50%")]
    [InlineData(0.79, 3, "79%")]
    [InlineData(0.8, 4, "80%")]
    [InlineData(0.9999, 4, "99%")]
    [InlineData(1, 4, "100%")]
    public void Shades_by_fifths_and_says_100_only_of_all(double share, int step, string text)
    {
        TileSteps.StepOf((decimal)share).ShouldBe(step);
        TileSteps.Percent((decimal)share).ShouldBe(text);
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void Refuses_what_is_no_share(double share) =>
        Should.Throw<ArgumentException>(() => Samples.Map([Tile("T01") with { Share = (decimal)share }]).Draw());

    [Fact]
    public void Can_be_read_on_every_shade() =>
        TileSteps.All.ShouldAllBe(step => Contrast(step.Fill, step.Text) >= 4.5);

    [Fact]
    public void Draws_text_that_can_be_read_on_paper_and_on_solid_bars()
    {
        foreach (var ink in new[] { Shades.Ink, Shades.Soft, Shades.Accent, Shades.Blue })
        {
            Contrast(ink, Shades.Paper).ShouldBeGreaterThanOrEqualTo(4.5);
        }
    }

    private static Tile Tile(string code) => new(UnitCode.Of(code), $"VKSND {code}", 0.5m, "1/2");

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Convert.FromHexString(colour[1..])
            .Select(part => part / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToList();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
