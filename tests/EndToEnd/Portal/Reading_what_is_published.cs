using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Reading_what_is_published(ABrowser browser) : IClassFixture<ABrowser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Figures_first_then_down_from_the_sector_to_a_unit_s_version(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "T84", "T84-CL");
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 45)));
        await cycle.Accepted("T84");
        await cycle.Approved("leader-1");
        await using var leader = await browser.Visit(host.Address, script: script);
        await leader.Page.GotoAsync("/portal/publications");
        await leader.SignInToPortal("leader-1");

        await leader.Follow("Tổng kết 10 năm ứng dụng công nghệ thông tin");
        (await leader.Heading()).ShouldStartWith("Báo cáo số ");
        await leader.Page.Locator("#field").SelectOptionAsync("may_tinh");
        await leader.Press("Xem chỉ tiêu này");
        (await leader.Text()).ShouldContain("toàn Ngành: 55 máy");
        await leader.Follow("Số liệu toàn Ngành và từng đơn vị");
        await leader.Click(leader.Page.Locator("tbody a").First);
        await leader.Follow("Bản 1 đã duyệt");

        (await leader.Heading()).ShouldStartWith("Bản 1 của ");
        (await leader.Text()).ShouldContain("45");
        leader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_document_is_served_as_it_was_frozen_and_a_correction_links_both_ways()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14");
        await cycle.Accepted("V14");
        await cycle.Approved("leader-1");
        (await host.As("centre").Post($"{cycle.Path}/corrections", new { reason = "Đơn vị báo thiếu." })).Done();
        await host.WhenQuiet();
        (await cycle.Return("V14", "Báo thiếu.", 1, ACycle.At(6, 20))).Done();
        await cycle.Accepted("V14", AReport.Of("V14", ("may_tinh", 31)));
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-1");
        await using var inspector = await browser.Visit(host.Address);
        await inspector.Page.GotoAsync($"/portal/publications/{cycle.Id}/2");
        await inspector.SignInToPortal("inspector");

        (await inspector.Text()).ShouldContain("Đơn vị báo thiếu.");
        await inspector.Click(inspector.Page.Locator(".govuk-inset-text a"));
        (await inspector.Text()).ShouldContain("đã được đính chính và thay thế");
        await inspector.Follow("Đọc toàn văn báo cáo");
        (await inspector.Page.Locator("main").InnerTextAsync()).ShouldContain("Phần thứ nhất. Tình hình nộp báo cáo");
        (await inspector.Page.Locator("[role=note]").InnerTextAsync()).ShouldContain("thay thế");
        await inspector.Click(inspector.Page.Locator("[role=note] a"));
        inspector.Page.Url.ShouldEndWith($"/portal/publications/{cycle.Id}/2/page");
    }

    [Fact]
    public async Task The_official_document_is_had_for_signing_and_as_it_was_frozen()
    {
        await using var host = await AHost.Start();
        var cycle = await Deciding_on_the_sector_report.Waiting(host);
        await using var centre = await browser.VisitAs(host, "centre", $"/portal/{cycle.Path}/sector-report");
        var draft = await Download(centre, "Tải dự thảo báo cáo để trình ký");
        await cycle.Approved("leader-1");
        await centre.Page.GotoAsync($"/portal/publications/{cycle.Id}/1");
        var (word, pdf) = (await Download(centre, "Word"), await Download(centre, "PDF"));

        TextOf(draft).ShouldContain("Tổng kết 10 năm ứng dụng công nghệ thông tin");
        TextOf(word).ShouldContain("01/BC-VKSTC");
        TextOf(word).ShouldNotContain("{{");
        pdf.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
        (await host.As("leader-1").Get($"{cycle.Path}/publications/1/docx")).Done().Bytes.ShouldBe(word);
        (await host.As("leader-1").Get($"{cycle.Path}/publications/1/pdf")).Done().Bytes.ShouldBe(pdf);
    }

    private static async Task<byte[]> Download(Visitor visitor, string link)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Follow(link));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static string TextOf(byte[] word)
    {
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
        return document.MainDocumentPart!.Document!.InnerText;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_leader_who_did_not_approve_says_that_it_has_been_read(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await Deciding_on_the_sector_report.Waiting(host);
        await cycle.Approved("leader-1");
        await using var approver = await browser.VisitAs(host, "leader-1", "/portal");
        (await approver.Text()).ShouldNotContain("chờ bạn xem");
        await using var leader = await browser.VisitAs(host, "leader-2", "/portal", width: 390, script: script);

        (await leader.Text()).ShouldContain("Báo cáo đã công bố chờ bạn xem");
        await leader.Page.GotoAsync("/portal/publications");
        (await leader.Text()).ShouldContain("Bạn chưa xác nhận đã xem");
        await leader.Follow("Tổng kết 10 năm ứng dụng công nghệ thông tin");
        await leader.Press("Xác nhận đã xem");

        (await leader.Text()).ShouldContain("Bạn đã xác nhận đã xem báo cáo này.");
        (await leader.Page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận đã xem" }).CountAsync()).ShouldBe(0);
        await leader.Page.GotoAsync("/portal");
        (await leader.Text()).ShouldNotContain("chờ bạn xem");
        await using var centre = await browser.VisitAs(host, "centre", $"/portal/publications/{cycle.Id}/1");
        (await centre.Text()).ShouldContain("Lãnh đạo đã xem");
    }

    [Fact]
    public async Task Who_has_read_it_is_not_for_units_and_a_replaced_one_is_not_acknowledged()
    {
        await using var host = await AHost.Start();
        var terms = ACycle.Terms("V14");
        terms["sentToUnits"] = true;
        var cycle = await ACycle.Open(host, terms);
        await cycle.Accepted("V14");
        await cycle.Approved("leader-1");
        var first = $"{cycle.Path}/publications/1";
        (await host.As("leader-2").Post($"{first}/acknowledge")).Done();
        (await host.As("leader-2").Post($"{first}/acknowledge")).Done().Json.GetArrayLength().ShouldBe(1);
        (await host.As("reporter-V14").Get($"{first}/acknowledgements")).Refused(403, "not-permitted");
        await using var unit = await browser.VisitAs(host, "reporter-V14", $"/portal/publications/{cycle.Id}/1");
        (await unit.Text()).ShouldContain("Người duyệt");
        (await unit.Text()).ShouldNotContain("Lãnh đạo đã xem");

        (await host.As("centre").Post($"{cycle.Path}/corrections", new { reason = "Đơn vị báo thiếu." })).Done();
        await host.WhenQuiet();
        (await cycle.Return("V14", "Báo thiếu.", 1, ACycle.At(6, 20))).Done();
        await cycle.Accepted("V14", AReport.Of("V14", ("may_tinh", 31)));
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-1");

        (await host.As("leader-2").Post($"{first}/acknowledge")).Refused(409, "publication-replaced");
        await using var leader = await browser.VisitAs(host, "leader-2", "/portal");
        (await leader.Page.GetByRole(AriaRole.Link, new() { Name = "Tổng kết 10 năm" }).First.GetAttributeAsync("href"))!
            .ShouldEndWith($"/publications/{cycle.Id}/2");
    }

    [Fact]
    public async Task A_unit_reads_what_is_sent_to_it_and_nothing_else()
    {
        await using var host = await AHost.Start();
        var sent = ACycle.Terms("V14", "VP");
        sent["sentToUnits"] = true;
        sent["title"] = "Báo cáo gửi các đơn vị";
        var seen = await Deciding_on_the_sector_report.Waiting(host, sent);
        var kept = await Deciding_on_the_sector_report.Waiting(host);
        await seen.Approved("leader-1");
        await kept.Approved("leader-1");
        await using var unit = await browser.Visit(host.Address);
        await unit.Page.GotoAsync("/portal/publications");
        await unit.SignInToPortal("reporter-V14");

        (await unit.Text()).ShouldContain("Báo cáo gửi các đơn vị");
        (await unit.Text()).ShouldNotContain("Tổng kết 10 năm");
        await unit.Follow("Báo cáo gửi các đơn vị");
        (await unit.Page.Locator("main a[href*='/totals/']").CountAsync()).ShouldBe(0);
        (await unit.Page.GotoAsync($"/portal/publications/{kept.Id}/1"))!.Status.ShouldBe(403);
        (await unit.Page.GotoAsync($"/portal/publications/{kept.Id}/1/page"))!.Status.ShouldBe(403);
    }

    [Fact]
    public async Task A_figure_is_followed_over_the_periods()
    {
        await using var host = await AHost.Start();
        var earlier = await Deciding_on_the_sector_report.Waiting(host);
        await earlier.Approved("leader-1");
        var terms = ACycle.Terms("V14", "VP");
        terms["previous"] = earlier.Id;
        terms["period"]!["firstDay"] = "2018-06-01";
        terms["period"]!["lastDay"] = "2018-06-30";
        var cycle = await ACycle.Open(host, terms);
        await cycle.Accepted("V14", AReport.Of("V14", ("may_tinh", 31)));
        await using var leader = await browser.Visit(host.Address, width: 390);
        await leader.Page.GotoAsync($"/portal/{cycle.Path}/comparison/VKSTC?field=may_tinh");
        await leader.SignInToPortal("leader-1");

        (await leader.Page.Locator("figure svg").CountAsync()).ShouldBe(1);
        await leader.Click(leader.Page.GetByText("Xem dạng bảng"));
        var table = await leader.Page.Locator("details table").InnerTextAsync();
        table.ShouldContain("20");
        table.ShouldContain("31");
        (await leader.Overflow()).ShouldBeLessThanOrEqualTo(0);
        leader.Complaints.ShouldBeEmpty();
    }
}
