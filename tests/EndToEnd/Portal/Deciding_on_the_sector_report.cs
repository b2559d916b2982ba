using System.Text.Json.Nodes;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Deciding_on_the_sector_report(ABrowser browser) : IClassFixture<ABrowser>
{
    private const int Phone = 390;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_leader_reads_it_on_a_phone_confirms_and_it_is_published(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await Waiting(host);
        await using var leader = await browser.Visit(host.Address, Phone, script);
        await leader.Page.GotoAsync("/portal");
        await leader.SignInToPortal("leader-1");

        await leader.Follow("Xem và phê duyệt");
        var read = await leader.Text();
        read.ShouldContain("2/2 đơn vị đã nộp (100%)");
        read.ShouldContain("Phần thứ hai. Kết quả tổng hợp toàn Ngành");
        (await leader.Overflow()).ShouldBeLessThanOrEqualTo(0);
        await leader.Press("Phê duyệt");
        (await leader.Text()).ShouldContain("Tổng kết 10 năm ứng dụng công nghệ thông tin");
        (await leader.Text()).ShouldContain("từ ngày 01/06/2008 đến ngày 31/05/2018");
        (await cycle.Phase()).ShouldBe("awaiting-approval");
        await leader.Press("Tôi đã đọc và phê duyệt");
        await host.WhenQuiet();

        (await cycle.Phase()).ShouldBe("published");
        await leader.Page.GotoAsync($"/portal/{cycle.Path}/approval?done=approved");
        (await leader.Heading()).ShouldStartWith("Báo cáo số ");
        leader.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_read_and_has_changed_since_is_not_approved_and_the_changes_are_shown()
    {
        await using var host = await AHost.Start();
        var cycle = await Waiting(host);
        await using var leader = await browser.Visit(host.Address, Phone);
        await leader.Page.GotoAsync($"/portal/{cycle.Path}/approval");
        await leader.SignInToPortal("leader-1");
        await leader.Press("Phê duyệt");

        (await cycle.Return("VP", "Số máy tính thiếu phòng 3.", 1, ACycle.At(6, 20))).Done();
        await cycle.Accepted("VP", AReport.Of("VP", ("may_tinh", 31)));
        await host.WhenQuiet();
        await leader.Press("Tôi đã đọc và phê duyệt");

        (await leader.Heading()).ShouldBe("Báo cáo tổng hợp đã thay đổi");
        var changes = await leader.Page.Locator(".vks-changes").InnerTextAsync();
        changes.ShouldContain("41");
        changes.ShouldContain("Văn phòng");
        (await cycle.Phase()).ShouldBe("awaiting-approval");
        await leader.Follow("Đọc bản mới");
        (await leader.Heading()).ShouldBe("Phê duyệt báo cáo tổng hợp");
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_a_day_keeps_what_was_typed_and_reaches_the_unit_and_the_centre()
    {
        await using var host = await AHost.Start();
        var cycle = await Waiting(host);
        await using var leader = await browser.Visit(host.Address, Phone);
        await leader.Page.GotoAsync($"/portal/{cycle.Path}/approval");
        await leader.SignInToPortal("leader-1");

        await leader.Click(leader.Page.GetByText("Không duyệt, trả lại Cục 2"));
        await leader.Page.Locator("#don-vi-V14").CheckAsync();
        await leader.Press("Không duyệt");
        (await leader.Page.Locator(".govuk-error-summary a").GetAttributeAsync("href")).ShouldBe("#reason");
        await leader.Page.Locator("#reason").FillAsync("Số máy tính chưa khớp.");
        await leader.Press("Không duyệt");
        (await leader.Page.Locator(".govuk-error-summary a").GetAttributeAsync("href")).ShouldBe("#answer-by");
        (await leader.Page.Locator("#reason").InputValueAsync()).ShouldBe("Số máy tính chưa khớp.");
        (await leader.Page.Locator("#don-vi-V14").IsCheckedAsync()).ShouldBeTrue();
        await leader.Page.Locator("#answer-by").FillAsync("20/6/2018");
        await leader.Press("Không duyệt");
        await host.WhenQuiet();

        (await leader.Text()).ShouldContain("Số máy tính chưa khớp.");
        (await cycle.StateOf("V14")).ShouldBe("returned");
        await cycle.Accepted("V14");
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync($"/portal/{cycle.Path}/sector-report");
        await centre.SignInToPortal("centre");
        await centre.Press("Trình lại lãnh đạo");
        await host.WhenQuiet();
        (await cycle.Phase()).ShouldBe("awaiting-approval");
    }

    [Fact]
    public async Task Only_the_leadership_decides_and_units_do_not_see_it()
    {
        await using var host = await AHost.Start();
        var cycle = await Waiting(host);
        foreach (var person in new[] { "centre", "inspector" })
        {
            await using var reader = await browser.Visit(host.Address);
            await reader.Page.GotoAsync($"/portal/{cycle.Path}/approval");
            await reader.SignInToPortal(person);
            (await reader.Text()).ShouldContain("Phần thứ nhất. Tình hình nộp báo cáo");
            (await reader.Page.Locator("main form").CountAsync()).ShouldBe(0);
        }

        await using var unit = await browser.Visit(host.Address);
        await unit.Page.GotoAsync($"/portal/{cycle.Path}/approval");
        await unit.SignInToPortal("head-V14");
        (await unit.Page.GotoAsync($"/portal/{cycle.Path}/approval"))!.Status.ShouldBe(403);
        (await unit.Page.GotoAsync($"/portal/{cycle.Path}/sector-report"))!.Status.ShouldBe(403);
        (await unit.Page.GotoAsync($"/portal/{cycle.Path}/totals/VKSTC"))!.Status.ShouldBe(403);
    }

    [Fact]
    public async Task Two_people_of_the_centre_who_write_at_once_see_each_other_s_words()
    {
        await using var host = await AHost.Start();
        var cycle = await Waiting(host);
        await using var one = await browser.Visit(host.Address);
        await using var other = await browser.Visit(host.Address);
        foreach (var visitor in new[] { one, other })
        {
            await visitor.Page.GotoAsync($"/portal/{cycle.Path}/sector-report");
            await visitor.SignInToPortal("centre");
        }

        var first = (await one.Page.Locator("textarea").First.GetAttributeAsync("name"))!;
        await one.Page.Locator($"[name='{first}']").FillAsync("Toàn Ngành đã triển khai.");
        await one.Press("Lưu");
        await other.Page.Locator($"[name='{first}']").FillAsync("Các đơn vị đã triển khai tốt.");
        await other.Press("Lưu");

        (await other.Text()).ShouldContain("Toàn Ngành đã triển khai.");
        (await other.Page.Locator($"[name='{first}']").InputValueAsync()).ShouldBe("Các đơn vị đã triển khai tốt.");
        await other.Press("Lưu");
        await host.WhenQuiet();
        (await host.As("centre").Get($"{cycle.Path}/sector-text")).Done()["sections"].GetProperty(first[2..]).GetString()
            .ShouldBe("Các đơn vị đã triển khai tốt.");
    }

    internal static async Task<ACycle> Waiting(AHost host, JsonObject? terms = null)
    {
        var cycle = await ACycle.Open(host, terms ?? ACycle.Terms("V14", "VP"));
        await cycle.Accepted("V14");
        await cycle.Accepted("VP");
        (await cycle.Phase()).ShouldBe("awaiting-approval");
        return cycle;
    }
}
