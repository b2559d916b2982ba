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

public class The_page_of_any_form
{
    private static readonly SampleCycle Software = Of("ra-soat-phan-mem");
    private static readonly SampleCycle Progress = Of("tien-do-chuyen-doi-so");
    private static readonly IHtmlDocument SoftwarePage = Read(Software.Publication, Software.Form);
    private static readonly IHtmlDocument ProgressPage = Read(Progress.Publication, Progress.Form);

    public static TheoryData<string> Shipped => [.. FormCatalogue.Shipped.Forms.Select(form => $"{form.Ref}")];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Can_be_found_ones_way_in_and_needs_nothing_from_elsewhere(string form)
    {
        var sample = Of(form.Split('@')[0], int.Parse(form.Split('@')[1], Vietnamese.Culture));
        var page = Read(sample.Publication, sample.Form);

        page.QuerySelectorAll("table").ShouldAllBe(table => table.QuerySelector("caption") != null);
        page.QuerySelectorAll("th").ShouldAllBe(heading => heading.HasAttribute("scope"));
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
        page.QuerySelectorAll("[id]").Select(part => part.Id!).ShouldBeUnique();
        page.QuerySelectorAll("a[href]").ShouldAllBe(link => page.GetElementById(link.GetAttribute("href")!.Substring(1)) != null);
        page.QuerySelectorAll("[aria-labelledby]").ShouldAllBe(part => page.GetElementById(part.GetAttribute("aria-labelledby")!) != null);
        page.QuerySelectorAll("script, link, img, iframe, [src], [style]").ShouldBeEmpty();
        page.QuerySelectorAll(".annex > h2").Select(
            (heading, index) => Words(heading).StartsWith($"Phụ lục {index + 1}.", StringComparison.Ordinal)).ShouldAllBe(inOrder =>
                inOrder);
    }

    [Fact]
    public void Shows_every_row_of_a_table_under_its_unit_in_the_words_of_the_form()
    {
        var field = Software.Form.Find(FieldCode.Of("phan_mem"))!;
        var columns = ((FieldType.Table)field.Type).Columns;
        var tables = SoftwarePage.QuerySelectorAll(".listed table")
            .Where(table => Words(table.QuerySelector("caption")!).StartsWith($"{field.Label}:", StringComparison.Ordinal));
        var shown = tables.SelectMany(table => table.QuerySelectorAll("tbody")).SelectMany(unit => unit.QuerySelectorAll("tr:not(.unit)")
            .Select(row => $"{unit.QuerySelector(".unit span")!.ChildNodes[0].TextContent.Trim()}|{string.Join('|', row.QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent))}")).ToList();

        shown.Count.ShouldBeGreaterThan(100);
        shown.ShouldBe(Software.Report.Rows.Where(row => row.Field == FieldCode.Of("phan_mem")).Select(row =>
            $"{Software.Roster.NameOf(row.Unit)}|{string.Join('|', columns.Select(column => row.Cells.TryGetValue(column.Code, out var cell) ? Shown(column.Type, cell) : "–"))}"));
    }

    [Fact]
    public void Counts_and_adds_up_the_rows_of_each_group()
    {
        var figure = (Figure.Rows)Software.Report.Figures["phan_mem"];
        var table = SoftwarePage.QuerySelector("table.grouped")!;
        var lines = table.QuerySelectorAll("tbody tr:not(.total)").Select(line => line.QuerySelectorAll("td").Select(Words).ToArray())
            .ToList();
        var columns = ((FieldType.Table)Software.Form.Find(FieldCode.Of("phan_mem"))!.Type).Columns;
        var options = ((FieldType.Choice)columns.Single(column => column.Code == "kien_nghi").Type).Options;

        lines.Count.ShouldBe(figure.Groups.Count);
        lines.Select(cells => cells[0]).Order().ShouldBe(figure.Groups.Values.Select(group => FigureText.Of(group.Count)).Order());
        table.QuerySelectorAll("tbody tr.total td").Select(Words).ShouldBe(
            [
                FigureText.Of(figure.Count), "100,0%",
                .. new[] { "so_nguoi_dung", "so_ban_ghi", "kinh_phi_nam" }.Select(
                    column => FigureText.Of(figure.Groups.Values.Sum(group => group.Sums[column])))]);
        table.QuerySelectorAll("th[scope=rowgroup]").Sum(heading => int.Parse(heading.GetAttribute("rowspan")!, Vietnamese.Culture))
            .ShouldBe(lines.Count);
        table.QuerySelectorAll("th[scope=row]").Select(Words).Distinct()
            .ShouldBeSubsetOf(["Tổng số", .. options.Select(option => option.Label)]);
    }

    [Fact]
    public void Shows_targets_that_are_answered_alike_in_one_table_each_out_of_those_it_concerns()
    {
        foreach (var field in Progress.Form.Fields.Where(field => field.Code.ToString().StartsWith("mt", StringComparison.Ordinal)))
        {
            var (tally, of) = ((Figure.Tally)Progress.Report.Figures[$"{field.Code}"], Progress.Report.Denominators[$"{field.Code}"]);
            var cells = ProgressPage.QuerySelectorAll(".matrix th[scope=row]").Single(heading => Words(heading) == field.Label)
                .ParentElement!.QuerySelectorAll("td.number").Select(Words).ToList();

            cells.Take(4).Select(cell => cell.Split(' ')[0]).ShouldBe(
                [
                    .. Labels(field).Select(option => $"{tally.Counts.GetValueOrDefault(option)}/{of.Concerned}"),
                    $"{of.Missing}/{of.Concerned}"]);
            if (field.MayNotApply)
            {
                of.NotApplicable.ShouldNotBeEmpty();
                cells[^1].ShouldBe($"{of.NotApplicable.Count}");
            }
        }
    }

    [Fact]
    public void Shows_of_a_ratio_what_was_divided_by_what_and_that_it_was_reckoned()
    {
        var field = Progress.Form.Find(FieldCode.Of("ty_le_hoan_thanh"))!;
        var ratio = (Figure.Ratio)Progress.Report.Figures[field.Code.ToString()];
        var heading = ProgressPage.QuerySelectorAll("section[aria-labelledby=ket-qua] th[scope=row]")
            .Single(heading => Words(heading).StartsWith(field.Label, StringComparison.Ordinal));

        Words(heading).ShouldBe($"{field.Label} (chỉ tiêu tính) {field.Help}");
        Words(heading.ParentElement!.QuerySelectorAll("td.number")[0])
            .ShouldBe($"{FigureText.Of(ratio.Numerator)}/{FigureText.Of(ratio.Denominator)} ({FigureText.Of(ratio)}%)");
        Words(heading.ParentElement.QuerySelectorAll("td.number")[^1])
            .ShouldStartWith($"{ratio.Units}/{Progress.Report.Denominators[field.Code.ToString()].Concerned}");
    }

    [Fact]
    public void Says_on_which_day_its_denominators_were_counted_and_names_those_who_are_not_in_a_figure()
    {
        var of = Progress.Report.Denominators["co_ban_chi_dao"];
        var annex = ProgressPage.QuerySelector("#mau-so-1")!.ParentElement!;
        var committee = Progress.Form.Find(FieldCode.Of("co_ban_chi_dao"))!;
        var (waiting, blank) = (Named("Chưa có báo cáo được duyệt"), Named($"Để trống: {committee.Label}"));

        Words(annex).ShouldContain("chốt ngày 10/06/2018");
        waiting.Count.ShouldBe(of.NotAccepted);
        blank.ShouldBe(of.Blank.Select(Progress.Roster.NameOf), ignoreOrder: true);

        List<string> Named(string heading) =>
            [.. annex.QuerySelectorAll("details").First(details => Words(details).StartsWith(heading, StringComparison.Ordinal))
                .QuerySelectorAll("dd").Select(Words)];
    }

    [Fact]
    public void Ranks_every_unit_of_a_level_the_first_open_the_others_folded()
    {
        var ranking = Progress.Report.Rankings.Single(
            ranking => $"{ranking.Field}" == "so_hoan_thanh" && ranking.Level is UnitLevel.District);
        var shown = ProgressPage.QuerySelectorAll("h4.ranking")
            .Single(heading => Words(heading).Contains(Progress.Form.Find(FieldCode.Of("so_hoan_thanh"))!.Label, StringComparison.Ordinal))
            .NextElementSibling!.Children.Single(
                level => Words(level).StartsWith("Viện kiểm sát nhân dân cấp huyện", StringComparison.Ordinal));

        shown.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(Words).ToArray()).Select(cells => (cells[0], cells[1]))
            .ShouldBe(
            ranking.Units.Select(unit => ($"{unit.Rank}", Progress.Roster.NameOf(unit.Unit))));
        shown.QuerySelectorAll("details tbody tr").Length.ShouldBe(ranking.Units.Count - 10);
    }

    [Fact]
    public void Ranks_nobody_where_everybody_has_the_same()
    {
        var same = Progress.Report.Rankings.Select(ranking => ranking.Field != FieldCode.Of("so_hoan_thanh") ? ranking
            : ranking with { Units = [.. ranking.Units.Select(unit => unit with { Rank = 1, Value = 3 })] });

        var page = Read(Progress.Publication with { Report = Progress.Report with { Rankings = [.. same] } }, Progress.Form);

        RanksByIt(ProgressPage).ShouldBeTrue();
        RanksByIt(page).ShouldBeFalse();
        page.QuerySelectorAll("h4.ranking").ShouldNotBeEmpty();

        static bool RanksByIt(IHtmlDocument of) =>
            of.QuerySelectorAll("h4.ranking")
                .Any(heading => Words(heading).Contains(
                Progress.Form.Find(FieldCode.Of("so_hoan_thanh"))!.Label, StringComparison.Ordinal));
    }

    [Fact]
    public void Gives_explanations_nil_returns_and_the_comparison_with_the_preceding_period()
    {
        var cases = Of("an-hinh-su-thang");
        var then = cases.Report with
        {
            Figures = cases.Report.Figures.ToDictionary(
            figure => figure.Key, figure => figure.Key == "a_moi_vu" ? new Figure.Sum(100, 0, 9) : figure.Value)
        };
        var now = new SampleCycle(cases.Form, new PublishedBefore(PublicationNumber.InYear(31), then, ["Số kỳ trước đã tính lại."]), 4);
        var page = Read(now.Publication, now.Form);
        var total = ((Figure.Sum)now.Report.Figures["a_moi_vu"]).Total;
        var field = now.Form.Find(FieldCode.Of("a_moi_vu"))!;

        page.QuerySelectorAll(".explained td.said").Select(cell => cell.TextContent)
            .ShouldBe(now.Report.Explanations.Select(given => given.Text));
        now.Report.Explanations.ShouldNotBeEmpty();
        page.QuerySelectorAll("#khong-phat-sinh + dl dd").Length.ShouldBe(now.Report.Manifest.Count(entry => entry.Nil));
        now.Report.Manifest.ShouldContain(entry => entry.Nil);
        Words(page.QuerySelector("section[aria-labelledby=so-sanh]")!)
            .ShouldContain("Báo cáo số 31/BC-VKSTC đã công bố. Số kỳ trước đã tính lại.");
        var units = now.Report.Comparison!.Figures.Single(figure => figure.Field == field.Code).Units.ShouldNotBeNull();
        var answered = now.Report.Denominators[field.Code.ToString()];
        (units.Now, units.NowOf).ShouldBe((answered.Answered, answered.Concerned));
        page.QuerySelectorAll(".compared th[scope=row]").Single(heading => Words(heading) == field.Label)
            .ParentElement!.QuerySelectorAll("td").Select(Words).ShouldBe(
            [
                field.Measure, $"100 ({units.Then}/{units.ThenOf} đơn vị)", $"{FigureText.Of(total)} ({units.Now}/{units.NowOf} đơn vị)",
                $"+{FigureText.Of(total - 100)}",
                $"+{(total - 100).ToString("#,0.0", Vietnamese.Culture)}%"]);
    }

    [Fact]
    public void Says_which_rows_and_groups_a_correction_changed_in_the_words_of_the_form()
    {
        var first = Software.Report.Rows.First(row => row.Field == FieldCode.Of("phan_mem") && row.Cells.ContainsKey("kien_nghi"));
        var before = Software.Report with
        {
            Rows = [.. Software.Report.Rows.Where(row => row != first)],
            Figures = Software.Report.Figures.ToDictionary(
                figure => figure.Key,
                figure => figure.Key == "phan_mem" ? new Figure.Rows(new Dictionary<string, RowGroup>(), 0) : figure.Value)
        };
        var correction = Read(
            Software.Publication with { Corrects = Corrections.Between(PublicationNumber.InYear(7), "Sót dòng.", before, Software.Report) },
            Software.Form).QuerySelector(".correction")!;
        var rows = correction.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(Words).ToArray()).ToList();

        rows.ShouldContain(
            cells => cells[0] == Software.Roster.NameOf(first.Unit) && cells[2] == "–" && cells[3].Split("; ").Length == first.Cells.Count);
        rows.ShouldContain(cells => cells[0] == "Danh sách phần mềm" && cells[1] == "0 dòng");
        rows.ShouldContain(
            cells =>
                cells[0].StartsWith("Danh sách phần mềm (", StringComparison.Ordinal)
                    && cells[2].Contains(" dòng; ", StringComparison.Ordinal)
                        && cells[2].Contains("Số người sử dụng: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Is_made_of_a_publication_that_says_nothing_of_denominators()
    {
        var old = Progress.Report with
        {
            CountedOn = null,
            Denominators = new Dictionary<string, Denominator>(),
            Rankings = [],
            Rows = [],
            Explanations = []
        };
        var page = Read(Progress.Publication with { Report = old }, Progress.Form);

        page.QuerySelectorAll(".annex > h2").Select(Words).Last().ShouldBe("Phụ lục 5. Nguồn số liệu");
        page.QuerySelectorAll(".rankings").ShouldBeEmpty();
        Words(page.QuerySelector("#noi-dung")!).ShouldContain("đơn vị đã nộp báo cáo");
    }

    [Fact]
    public void Shows_each_opinion_once_beside_its_reply_and_counts_them()
    {
        var draft = Of("gop-y-du-thao", 2);
        var asked = draft.Report.Opinions!;
        var report = draft.Report.With(asked.DistinctBy(opinion => opinion.Id).Index().Where(one => one.Index % 3 < 2).ToDictionary(
            one => one.Item.Id,
            one => new RecordedReply(
                one.Index % 3 == 0 ? new OpinionReply(ReplyKind.Accepted, "") : new OpinionReply(ReplyKind.Explained, "Giữ <như> dự thảo."),
                PersonId.Of("p-1"), "Cục 2", DateTimeOffset.UnixEpoch)));

        var page = Read(draft.Publication with { Report = report }, draft.Form);

        var rows = page.QuerySelectorAll(".opinions tbody tr").Select(row => row.Children.Select(Words).ToArray()).ToList();
        rows.Select(cells => (cells[1], cells[3], cells[4])).ShouldBe(report.Opinions!.Select(opinion => (
            draft.Roster.NameOf(opinion.Unit),
            opinion.Reply?.Kind switch { ReplyKind.Accepted => "Tiếp thu", ReplyKind.Explained => "Giải trình", _ => "Chưa trả lời" },
            opinion.Reply is { Text.Length: > 0 } reply ? reply.Text : "–")));
        rows.Count.ShouldBeGreaterThan(100);
        var remarks = report.Opinions!.Where(opinion => opinion.Section == "y_kien_chung").ToList();
        Words(page.QuerySelector("section[aria-labelledby=ket-qua-2] .opinions > p")!).ShouldBe(
            $"{FigureText.Of(remarks.Count)} ý kiến: {Replied(ReplyKind.Accepted)} tiếp thu, {Replied(ReplyKind.Explained)} giải trình, "
            + $"{Replied(null)} chưa trả lời.");
        (page.QuerySelector("#noi-dung-1"), page.QuerySelector("#noi-dung-2"), page.QuerySelector("#bang-ke-3"))
            .ShouldSatisfyAllConditions(
                parts => parts.Item1.ShouldNotBeNull(), parts => parts.Item2.ShouldBeNull(), parts => parts.Item3.ShouldBeNull());

        int Replied(ReplyKind? kind) => remarks.Count(opinion => opinion.Reply?.Kind == kind);
    }

    [Fact]
    public void Lists_opinions_in_the_annexes_where_the_report_does_not_know_them_as_such()
    {
        var draft = Of("gop-y-du-thao", 2);

        var page = Read(draft.Publication with { Report = draft.Report with { Opinions = null } }, draft.Form);

        page.QuerySelectorAll(".opinions").ShouldBeEmpty();
        page.QuerySelector("#noi-dung-2").ShouldNotBeNull();
        page.QuerySelector("#bang-ke-3").ShouldNotBeNull();
    }

    private static SampleCycle Of(string code, int version = 1) => new(FormCatalogue.Shipped.Find(new FormRef(code, version)), null, 12);

    private static IHtmlDocument Read(Publication publication, Form form) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(new PublicationPage().Render(publication, form).Span));

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Labels(Field field) => ((FieldType.Choice)field.Type).Options.Select(option => option.Code);

    private static string Shown(FieldType type, string cell) => type switch
    {
        FieldType.Choice choice => choice.Options.Single(option => option.Code == cell).Label,
        FieldType.YesNo => cell == "yes" ? "Có" : "Không",
        FieldType.Integer { Min: > 1000 } => cell,
        { Bounds: not null } => FigureText.Of(decimal.Parse(cell, System.Globalization.CultureInfo.InvariantCulture)),
        _ => cell,
    };
}
