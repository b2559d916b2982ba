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
        await leader.Page.Locator("tbody a").First.ClickAsync();
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
        await inspector.Page.Locator(".govuk-inset-text a").ClickAsync();
        (await inspector.Text()).ShouldContain("đã được đính chính và thay thế");
        await inspector.Follow("Đọc toàn văn báo cáo");
        (await inspector.Page.Locator("main").InnerTextAsync()).ShouldContain("Phần thứ nhất. Tình hình nộp báo cáo");
        (await inspector.Page.Locator("[role=note]").InnerTextAsync()).ShouldContain("thay thế");
        await inspector.Page.Locator("[role=note] a").ClickAsync();
        inspector.Page.Url.ShouldEndWith($"/portal/publications/{cycle.Id}/2/page");
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
        await leader.Page.GetByText("Xem dạng bảng").ClickAsync();
        var table = await leader.Page.Locator("details table").InnerTextAsync();
        table.ShouldContain("20");
        table.ShouldContain("31");
        (await leader.Overflow()).ShouldBeLessThanOrEqualTo(0);
        leader.Complaints.ShouldBeEmpty();
    }
}
