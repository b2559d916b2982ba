using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using VksServerless.Documents.Charts;
using VksServerless.Units;

namespace VksServerless.Documents.Tests.Charts;

public class Any_chart
{
    private static readonly Dictionary<string, Func<Chart>> All = new()
    {
        ["bars"] = Samples.Completeness.Draw,
        ["amounts"] = (Samples.Completeness with { Id = "so-luong", AsShares = false }).Draw,
        ["share"] = Samples.Targets.Draw,
        ["ranking"] = Samples.Ranking().Draw,
        ["few"] = (Samples.Ranking(2, 6) with { Id = "it", LowestFirst = true }).Draw,
        ["mixed"] = new RankingChart("am", "Tăng, giảm so với kỳ trước", "Đơn vị", "Vụ",
            [new("VKSND tỉnh An Giang", 120), new("VKSND tỉnh Bà Rịa - Vũng Tàu", -45.5m, true), new("VKSND tỉnh Cà Mau", 0)]).Draw,
        ["trend"] = Samples.Trend(1200, 1350, null, 1410, 1280, 990, null, null, 1500, 1620).Draw,
        ["negative"] = (Samples.Trend(-20, 15.25m, 40, -35) with { Id = "am-duong" }).Draw,
        ["one"] = (Samples.Trend(7) with { Id = "mot" }).Draw,
        ["equal"] = (Samples.Trend(5, 5, 5, 5) with { Id = "bang-nhau" }).Draw,
        ["zero"] = (Samples.Trend(0, 0) with { Id = "khong" }).Draw,
        ["tiny"] = (Samples.Trend(0.0001m, 0.0004m) with { Id = "nho" }).Draw,
        ["map63"] = Samples.Map(new DateOnly(2024, 12, 31)).Draw,
        ["map34"] = (Samples.Map(new DateOnly(2026, 1, 1)) with { Id = "ban-do-34" }).Draw,
        ["others"] = (Samples.Map([.. Enumerable.Range(1, 9).Select(ElsewhereTile)]) with { Id = "khac" }).Draw,
        ["no bars"] = (Samples.Bars([]) with { Id = "khong-thanh" }).Draw,
        ["no share"] = new ShareChart("khong-phan", "Không có gì", "Trạng thái", []).Draw,
        ["no ranking"] = new RankingChart("khong-hang", "Không có gì", "Đơn vị", "Vụ", []).Draw,
        ["no trend"] = (Samples.Trend(null, null) with { Id = "khong-so" }).Draw,
        ["no map"] = (Samples.Map([]) with { Id = "khong-ban-do" }).Draw,
        ["hostile bars"] = new BarsChart("la-1", Samples.Hostile, Samples.Hostile, [new(Samples.Hostile, Shade.Crossed)],
            [new(Samples.Hostile, [1], Samples.Hostile, "/\"><script>"), new(new string('W', 5000), [2], new string('9', 500))], true).Draw,
        ["hostile share"] = new ShareChart("la-2", Samples.Hostile, "", [new(Samples.Hostile, 3), new(new string('ế', 900), 1)]).Draw,
        ["hostile ranking"] = new RankingChart("la-3", Samples.Hostile, "", "", [new(Samples.Hostile, 3), new("\ud800 lẻ", 1, true)]).Draw,
        ["hostile trend"] = new TrendChart("la-4", Samples.Hostile, "", "", [new(Samples.Hostile, 3), new(Samples.Hostile, 1e20m)]).Draw,
        ["hostile map"] = new TileMap("la-5", Samples.Hostile, "",
            [new(UnitCode.Of(new string('W', 32)), Samples.Hostile, 1, Samples.Hostile), new(UnitCode.Of("T01"), "Hà Nội", 0, "")]).Draw,
    };

    private static Tile ElsewhereTile(int number) => new(UnitCode.Of($"P{number}"), $"Tỉnh {number}", number / 10m, $"{number}/10");

    public static TheoryData<string> Names => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Stays_within_its_view_box(string name) => new ADrawing(All[name]()).Outside().ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_a_title_and_a_description_and_is_an_image_unless_it_has_links(string name)
    {
        var drawing = new ADrawing(All[name]());
        var (title, description) = (drawing.Root.Element(ADrawing.Svg + "title")!, drawing.Root.Element(ADrawing.Svg + "desc")!);

        title.Value.ShouldNotBeEmpty();
        description.Value.ShouldNotBeEmpty();
        drawing.Root.Attribute("aria-labelledby")!.Value.ShouldBe(title.Attribute("id")!.Value);
        drawing.Root.Attribute("aria-describedby")!.Value.ShouldBe(description.Attribute("id")!.Value);
        drawing.Root.Attribute("role")!.Value.ShouldBe(drawing.All("a").Count > 0 ? "group" : "img");
        drawing.All("a").ShouldAllBe(link => link.Element(ADrawing.Svg + "title")!.Value.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Needs_nothing_that_a_strict_policy_forbids(string name)
    {
        var drawing = new ADrawing(All[name]());

        drawing.Root.DescendantsAndSelf().Select(element => element.Name.LocalName).Distinct().ShouldBeSubsetOf(
            ["svg", "title", "desc", "defs", "pattern", "g", "a", "rect", "path", "circle", "text"]);
        drawing.Root.DescendantsAndSelf().Attributes().ShouldAllBe(attribute =>
            attribute.Name.LocalName != "style" && !attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        drawing.All("a").ShouldAllBe(link => link.Attribute("href")!.Value.StartsWith('/'));
        foreach (Match used in Regex.Matches(drawing.Chart.Svg, @"url\(#([^)]*)\)"))
        {
            drawing.Root.Descendants(ADrawing.Svg + "pattern")
                .ShouldContain(pattern => pattern.Attribute("id")!.Value == used.Groups[1].Value);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_alike_as_HTML_and_as_XML(string name)
    {
        var drawing = new ADrawing(All[name]());
        var page = new HtmlParser().ParseDocument($"<body>{drawing.Chart.Svg}");

        page.QuerySelectorAll("script").ShouldBeEmpty();
        page.Body!.Children.ShouldHaveSingleItem().QuerySelectorAll("text").Select(text => text.TextContent).ShouldBe(drawing.Texts);
        drawing.Chart.Svg.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
        drawing.Chart.Svg.ShouldNotContain('\u202e');
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_the_same_in_every_culture(string name)
    {
        var (here, before) = (All[name](), CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            All[name]().Svg.ShouldBe(here.Svg);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_a_table_with_as_many_cells_in_each_row_as_columns(string name)
    {
        var table = All[name]().Table;
        table.Rows.ShouldAllBe(row => row.Count == table.Columns.Count);
    }

    /// <summary>The page that this leaves beside the tests is for looking at.</summary>
    [Fact]
    public void Shares_no_id_with_another_chart_of_its_page()
    {
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"vi\"><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\"><title>Charts</title>"
            + "<style>body{font:17px Tinos,serif;margin:16px}.all{display:grid;gap:2rem;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr))}figure{margin:0}.chart{display:block;width:100%;"
            + "max-width:30rem;height:auto}table{border-collapse:collapse}td,th{border:1px solid #ccc}</style><div class=\"all\">");
        foreach (var chart in All.Values.Select(draw => draw()))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<figure><figcaption>{WebUtility.HtmlEncode(chart.Table.Caption)}</figcaption>{chart.Svg}</figure>");
        }

        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "charts.html"), page.Append("</div></html>").ToString());

        new HtmlParser().ParseDocument(page.ToString()).QuerySelectorAll("[id]").Select(one => one.Id).ShouldBeUnique();
    }

    [Theory]
    [InlineData("")]
    [InlineData("1a")]
    [InlineData("a b")]
    [InlineData("a\"")]
    public void Refuses_an_id_that_could_break_out_of_its_attribute(string id) =>
        Should.Throw<ArgumentException>(() => (Samples.Targets with { Id = id }).Draw());

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("")]
    public void Leads_only_to_pages_of_its_own_site(string href) =>
        Should.Throw<ArgumentException>(() => Samples.Bars([new("A", [1, 0, 0, 0], Href: href)]).Draw());
}
