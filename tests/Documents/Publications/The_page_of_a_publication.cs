using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using VksServerless.Cycles;
using VksServerless.Documents.Publications;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Units;

namespace VksServerless.Documents.Tests.Publications;

public class The_page_of_a_publication
{
    private static readonly SampleCycle Sample = new();
    private static readonly IHtmlDocument Page = Read(Sample.Publication);
    private static readonly SectorReport Report = Sample.Report;

    [Fact]
    public void Is_of_the_size_that_the_sector_has()
    {
        Report.Manifest.Count.ShouldBe(799);
        Report.Nodes.Count.ShouldBe(73);
    }

    [Fact]
    public void Lists_units_in_the_order_of_the_directory_each_superior_before_its_own()
    {
        var superiors = Sample.Roster.Participants.Where(unit => unit.Superior == UnitCode.Sector);
        var expected = superiors.SelectMany(
            superior => Sample.Roster.Participants.Where(unit => unit.Superior == superior.Unit).Prepend(superior)).Select(unit =>
                unit.Name).ToList();

        expected.Take(3).ShouldBe(
            ["Văn phòng Viện kiểm sát nhân dân tối cao", "Cục Thống kê tội phạm và Công nghệ thông tin", "Cục Kế hoạch - Tài chính"]);
        Page.QuerySelectorAll(".sources tbody th").Select(Words)
            .ShouldBe(expected.Select(name => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Report.Nodes.Select(node => node.Name).ShouldBe(superiors.Select(unit => unit.Name));
    }

    [Fact]
    public void Stands_under_the_letterhead_with_number_place_date_and_title()
    {
        var head = Words(Page.QuerySelector("header")!);

        head.ShouldContain("Viện kiểm sát nhân dân tối cao");
        head.ShouldContain("Độc lập - Tự do - Hạnh phúc");
        head.ShouldContain("Số: 07/BC-VKSTC");
        head.ShouldContain("Hà Nội, ngày 06 tháng 8 năm 2018");
        Words(Page.QuerySelector("h1")!).ShouldBe($"BÁO CÁO {Report.Title}");
        Words(Page.QuerySelector("#noi-dung")!).ShouldContain("Kế hoạch số 72/KH-VKSTC ngày 05/06/2018");
        Words(Page.QuerySelector("#noi-dung")!).ShouldContain("từ ngày 01/06/2008 đến ngày 31/05/2018");
    }

    [Fact]
    public void Says_in_its_head_from_what_it_was_entered_by_whom_and_when()
    {
        var imported = new ImportedFrom(
            PublicationNumber.Of("72/BC-VKSTC"), new DateOnly(2018, 8, 6), ["Nguyễn Thị Hà", "Trần Văn Bình"], new DateOnly(2026, 7, 1));
        var page = Read(Sample.Publication with { Report = Report with { Imported = imported } });

        Words(page.QuerySelector("header .imported")!).ShouldBe(
            "Nhập từ Báo cáo số 72/BC-VKSTC ngày 06/08/2018; người nhập: Nguyễn Thị Hà, Trần Văn Bình; nhập ngày 01/07/2026.");
        Words(page.QuerySelector("[aria-labelledby=da-duyet]")!).ShouldContain("Báo cáo đã ban hành ngày 06/08/2018.");
        Page.QuerySelector("header .imported").ShouldBeNull();
        Words(Page.QuerySelector("[aria-labelledby=da-duyet]")!).ShouldContain("Báo cáo được công bố lúc");
    }

    [Fact]
    public void Tells_how_many_reported_and_how_many_did_not()
    {
        var figures = Page.QuerySelectorAll(".figures div").Select(Words).ToList();
        var all = Report.Completeness;

        all.Missing.ShouldBeGreaterThan(0);
        figures.ShouldContain($"Phải báo cáo{all.Expected}đơn vị");
        foreach (var (name, count) in new[] { ("Đã nộp", all.Received), ("Đúng hạn", all.OnTime), ("Nộp muộn", all.Late),
            ("Chưa nộp", all.Missing), ("Đã duyệt", all.Accepted) })
        {
            figures.ShouldContain(figure => figure.StartsWith($"{name}{count}", StringComparison.Ordinal) && figure.EndsWith('%'));
        }

        figures.ShouldContain($"Được miễn{all.Exempt}đơn vị");
    }

    [Fact]
    public void Draws_how_many_reported_with_the_figures_of_the_table_below()
    {
        var rows = Page.QuerySelectorAll(".drawn ~ .scroll tbody tr").Take(4).Select(row => row.Children.Select(Words).ToArray()).ToList();

        rows.Select(cells => cells[0]).ShouldContain("Toàn Ngành");
        Page.QuerySelectorAll("#bieu-do-nop-title ~ g > title").Select(title => title.TextContent).ShouldBe(rows.Select(cells =>
            $"{cells[0].Replace("Viện kiểm sát nhân dân", "VKSND")}: "
            + $"Đúng hạn {cells[3]}, Muộn {cells[4]}, Chưa nộp {cells[5]}, Được miễn {cells[9]}"));
    }

    [Fact]
    public void Names_everyone_who_is_missing_late_not_accepted_or_exempt_and_nobody_else()
    {
        Named("chua-nop").ShouldBe(Names(entry => entry.State is "owed" or "returned"), ignoreOrder: true);
        Named("nop-muon").ShouldBe(Names(entry => entry.OnTime is false), ignoreOrder: true);
        Named("chua-duyet").ShouldBe(Names(entry => entry.State == "submitted"), ignoreOrder: true);
        Named("duoc-mien").ShouldBe(Names(entry => entry.State == "exempt"), ignoreOrder: true);
    }

    [Fact]
    public void Lists_a_missing_district_under_its_province()
    {
        var missing = Report.Manifest.First(entry => entry.State == "owed" && entry.Tier == Tier.District);
        var group = Page.QuerySelector("#chua-nop + dl")!.Children.Single(
            group => Words(group).Contains(missing.Name, StringComparison.Ordinal));

        Words(group.QuerySelector("dt")!).ShouldStartWith(Sample.Roster.NameOf(missing.Superior));
    }

    [Fact]
    public void Shows_every_figure_of_the_sector_beside_its_label()
    {
        foreach (var field in Sample.Form.Fields.Where(field => Report.Figures.ContainsKey(field.Code)))
        {
            switch (Report.Figures[field.Code.ToString()])
            {
                case Figure.Sum sum:
                    Cells(field.Label).ShouldBe(
                        [
                            field.Measure, FigureText.Of(sum.Reported), sum.Adjusted == 0 ? "–" : FigureText.Of(sum.Adjusted),
                            FigureText.Of(sum.Total), Of(field, sum.Units)],
                        comparer: new IgnoringPlus());
                    break;
                case Figure.Mean mean:
                    Cells(field.Label).ShouldBe(
                        [
                            field.Measure, "Bình quân",
                            mean.Average.ToString(field.Type is FieldType.Money ? "#,0" : "#,0.00", Vietnamese.Culture), "–",
                            Of(field, mean.Units)]);
                    break;
                case Figure.Least least:
                    Cells(field.Label).ShouldBe(
                        [field.Measure, "Nhỏ nhất", FigureText.Of(least.Value), Sample.Roster.NameOf(least.Of), Of(field, least.Units)]);
                    break;
                case Figure.Greatest greatest:
                    Cells(field.Label).ShouldBe(
                        [
                            field.Measure, "Lớn nhất", FigureText.Of(greatest.Value), Sample.Roster.NameOf(greatest.Of),
                            Of(field, greatest.Units)]);
                    break;
                case Figure.Tally tally:
                    Tally(field).ShouldBe(
                        tally.Counts.ToDictionary(pair => Label(field, pair.Key), pair => Of(field, pair.Value)), ignoreOrder: true);
                    break;
            }
        }

        Report.Figures.Values.Select(figure => figure.GetType()).Distinct().Count().ShouldBe(5);
    }

    [Fact]
    public void Shows_every_sum_of_every_unit_directly_under_the_sector()
    {
        var sums = Sample.Form.Fields.Where(field => field.Aggregation == AggregationMethod.Sum).ToList();
        foreach (var node in Report.Nodes)
        {
            var shown = Page.QuerySelectorAll("section[aria-labelledby=phu-luc-2] tbody tr")
                .Where(row => Words(row.QuerySelector("th")!) == node.Name).SelectMany(row => row.QuerySelectorAll("td.number"))
                    .Select(cell => Words(cell).TrimEnd('*'));

            shown.Where(text => text != "–").ShouldBe(
                sums.Select(field => node.Figures.GetValueOrDefault(field.Code)).OfType<Figure.Sum>().Select(FigureText.Of), node.Name);
        }
    }

    [Theory]
    [InlineData(3, 1, "")]
    [InlineData(15, 1, "9")]
    [InlineData(15, 3, "9999999999999")]
    public void Parts_a_table_when_its_columns_do_not_fit_a_page_and_loses_none(int columns, int tables, string widest)
    {
        var form = Sample.Form with
        {
            Sections = [
            Sample.Form.Sections[0] with { Fields = [.. Enumerable.Range(1, columns).Select(Column)] }]
        };
        var figures = form.Fields.ToDictionary(
            field => $"{field.Code}",
            field => (Figure)new Figure.Sum(decimal.Parse($"1{$"{field.Code}"[1..]}{widest}", Vietnamese.Culture), 0, 1));
        var report = Report with { Figures = figures, Nodes = [Report.Nodes[0] with { Figures = figures }] };
        var page = new HtmlParser()
            .ParseDocument(Encoding.UTF8.GetString(new PublicationPage().Render(Sample.Publication with { Report = report }, form).Span));
        var parts = page.QuerySelectorAll("section[aria-labelledby=phu-luc-2] table");

        parts.Length.ShouldBe(tables);
        parts.SelectMany(table => table.QuerySelectorAll("thead th[scope=col]:not(.line):not(.name)")).Select(Words)
            .ShouldBe(form.Fields.Select(field => field.Label));
        parts.SelectMany(table => table.QuerySelectorAll("tr.total td.number")).Select(Words)
            .ShouldBe(figures.Values.Select(FigureText.Of));
        parts.Select(table => table.QuerySelectorAll(".numbers td").Length).Min().ShouldBeGreaterThan(columns / tables / 2);

        static Field Column(int number) =>
            new(FieldCode.Of($"c{number:00}"), $"Chỉ tiêu {number}", "", true, new FieldType.Money(), "", AggregationMethod.Sum);
    }

    [Fact]
    public void Lists_every_adjustment_with_the_unit_and_the_reason()
    {
        Report.Adjustments.ShouldNotBeEmpty();
        var rows = Page.QuerySelectorAll("tr").Select(row => row.Children.Select(Words).ToArray()).Where(cells => cells.Length == 4)
            .ToList();

        foreach (var made in Report.Adjustments)
        {
            rows.ShouldContain(
                cells =>
                    cells[0] == Sample.Roster.NameOf(made.Unit) && cells[2].TrimStart('+') == FigureText.Of(made.Amount)
                        && cells[3] == made.Reason);
        }
    }

    [Fact]
    public void Says_how_many_have_no_figures_only_of_those_who_were_asked()
    {
        var alone = Sample.Form.Sections.Index().Single(section => !section.Item.Audience.IsEveryone);
        var asked = Report.Nodes.Where(node => alone.Item.Audience.Includes(node.Unit, node.Level, superior: false)).ToList();
        var fields = alone.Item.Fields.Select(field => field.Code).ToHashSet();
        var report = Report with
        {
            Nodes =
            [
                .. Report.Nodes.Select(node => node.Unit == asked[0].Unit
                    ? node with { Figures = node.Figures.Where(figure => !fields.Contains(FieldCode.Of(figure.Key))).ToDictionary() }
                    : node),
            ],
        };

        Left(Report).ShouldBeEmpty();
        Left(report).ShouldBe(["1 đơn vị khác không có số liệu của phần này."]);

        IEnumerable<string> Left(SectorReport report) => Read(Sample.Publication with { Report = report })
            .QuerySelectorAll($".block:has(> #so-lieu-{alone.Index + 1}) .left").Select(Words);
    }

    [Fact]
    public void Prints_all_that_the_units_wrote_unless_they_are_many()
    {
        var few = Read(Sample.Publication with { Report = Report with { Completeness = Report.Completeness with { Expected = 150 } } });

        few.QuerySelector(".printed details").ShouldNotBeNull();
        Words(few.QuerySelector("#phu-luc-3 + p")!).ShouldEndWith("khi in, mọi mục được in đầy đủ.");
        Page.QuerySelector(".printed").ShouldBeNull();
        Words(Page.QuerySelector("#phu-luc-3 + p")!).ShouldEndWith("khi in, chỉ mục đang mở được in đầy đủ.");
    }

    [Fact]
    public void Attributes_every_narrative_to_its_unit_under_its_question()
    {
        var shown = Page.QuerySelectorAll("section[aria-labelledby=phu-luc-3] details")
            .SelectMany(details => details.QuerySelectorAll("dl > div").Select(div => (
            Question: details.QuerySelector("summary")!.ChildNodes[0].TextContent.Trim(),
            Unit: div.QuerySelector("dt")!.TextContent,
            Text: div.QuerySelector("dd")!.TextContent)));

        shown.ShouldBe(
            Report.Narratives.Select(
                narrative => (Sample.Form.Find(narrative.Field)!.Label, Sample.Roster.NameOf(narrative.Unit), narrative.Text)),
            ignoreOrder: true);
    }

    [Fact]
    public void Escapes_whatever_people_wrote()
    {
        var html = Encoding.UTF8.GetString(new PublicationPage().Render(Sample.Publication, Sample.Form).Span);

        html.ShouldNotContain("<script", Case.Insensitive);
        html.ShouldNotContain("<img", Case.Insensitive);
        html.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        Page.QuerySelectorAll("th[scope=row]").Select(Words).ShouldContain(SampleCycle.Hostile);
    }

    [Fact]
    public void Needs_nothing_from_elsewhere_and_runs_nothing()
    {
        Page.QuerySelectorAll("script, link, img, iframe, object, embed, base, form, [src], [style], [onclick]").ShouldBeEmpty();
        Page.QuerySelectorAll("[href]").Select(link => link.GetAttribute("href")!).ShouldAllBe(href => href.StartsWith('#'));
        Page.QuerySelector("style")!.TextContent.ShouldNotContain("url(");
    }

    [Fact]
    public void Tells_who_approved_and_when_and_gives_the_digest()
    {
        Page.QuerySelectorAll(".approvals li").Select(Words)
            .ShouldBe(["Đã duyệtLê Minh Trí08:30 ngày 03/08/2018", "Đã duyệtNguyễn Huy Tiến01:00 ngày 06/08/2018"]);
        Page.QuerySelectorAll(".digest .code").Select(Words).ShouldAllBe(digest => digest == Sample.Publication.Digest.ToString());
    }

    [Fact]
    public void Lists_every_source_with_its_version_and_hash()
    {
        var shown = Page.QuerySelectorAll(".sources tbody tr").Select(row => row.Children.Select(Words).ToArray())
            .Select(cells => (cells[1], cells[2], cells[5], cells[6]));

        shown.ShouldBe(Report.Manifest.Select(entry => (
            entry.Name, entry.Unit.ToString(), $"{entry.Version}" is "" ? "–" : $"{entry.Version}", entry.Sha256?.ToString() ?? "–")));
    }

    [Fact]
    public void Says_what_a_correction_changed()
    {
        var correction = Read(Sample.Corrected).QuerySelector(".correction")!;
        var rows = correction.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(Words).ToArray()).ToList();

        Words(correction).ShouldContain("Hai đơn vị báo cáo nhầm số máy tính.");
        rows.ShouldContain(
            cells =>
                cells[0] == "Hạ tầng: số máy tính đang sử dụng (máy)" && cells[1] == "1.234"
                    && cells[2] == FigureText.Of(Report.Figures["may_tinh"]));
        rows.ShouldContain(cells => cells[1] == "Không: 2; Có: 61");
        rows.ShouldContain(cells => cells[0] == Report.Manifest[20].Name && cells[1] == "–" && cells[2] == "Bản 1");
        Page.QuerySelector(".correction").ShouldBeNull();
    }

    [Fact]
    public void Can_be_found_ones_way_in_by_ear_and_by_link()
    {
        Page.DocumentElement.GetAttribute("lang").ShouldBe("vi");
        Page.QuerySelectorAll("h1").ShouldHaveSingleItem();
        Page.QuerySelectorAll("table").ShouldAllBe(table => table.QuerySelector("caption") != null);
        Page.QuerySelectorAll("th").ShouldAllBe(heading => heading.HasAttribute("scope"));
        var levels = Page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
        Page.QuerySelectorAll("[id]").Select(part => part.Id!).ShouldBeUnique();
        Page.QuerySelectorAll("a[href]").ShouldAllBe(link => Page.GetElementById(link.GetAttribute("href")!.Substring(1)) != null);
        Page.QuerySelectorAll("[aria-labelledby]").ShouldAllBe(part => Page.GetElementById(part.GetAttribute("aria-labelledby")!) != null);
    }

    [Fact]
    public void Is_the_same_to_the_byte_every_time() =>
        new PublicationPage().Render(new SampleCycle().Publication, Sample.Form)
            .Span.SequenceEqual(new PublicationPage().Render(Sample.Publication, Sample.Form).Span).ShouldBeTrue();

    [Fact]
    public void Is_refused_for_another_form() =>
        Should.Throw<ArgumentException>(() => new PublicationPage().Render(Sample.Publication, Sample.Form with { Version = 2 }));

    private static IHtmlDocument Read(Publication publication) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(new PublicationPage().Render(publication, Sample.Form).Span));

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string[] Names(Func<ManifestEntry, bool> which) => [.. Report.Manifest.Where(which).Select(entry => entry.Name)];

    private static IEnumerable<string> Named(string anchor) =>
        Page.QuerySelectorAll($"#{anchor} + dl dd").Select(Words).Select(
            name => name.Replace(" (chờ duyệt)", "", StringComparison.Ordinal).Replace(" (đã trả lại)", "", StringComparison.Ordinal));

    private static string[] Cells(string label) =>
        [.. Page.QuerySelectorAll("section[aria-labelledby=ket-qua] th[scope=row]").Single(heading => Words(heading) == label)
            .ParentElement!.QuerySelectorAll("th ~ td").Select(Words)];

    private static Dictionary<string, string> Tally(Field field) =>
        Page.QuerySelectorAll(".tallies table")
            .Single(table => Words(table.QuerySelector("caption")!).StartsWith(field.Label, StringComparison.Ordinal))
            .QuerySelectorAll("tbody tr:not(.rest)").Select(row => row.Children.Select(Words).ToArray())
                .ToDictionary(cells => cells[0], cells => cells[1]);

    private static string Of(Field field, int units) => $"{units}/{Report.Denominators[field.Code.ToString()].Concerned}";

    private static string Label(Field field, string option) => field.Type is FieldType.Choice choice
        ? choice.Options.Single(known => known.Code == option).Label
        : option == "yes" ? "Có" : "Không";

    private sealed class IgnoringPlus : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x?.TrimStart('+') == y?.TrimStart('+');

        public int GetHashCode(string text) => text.TrimStart('+').GetHashCode(StringComparison.Ordinal);
    }
}
