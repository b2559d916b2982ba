using System.Net;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Inspecting_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "T84-CL";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_inspector_gets_from_home_to_what_is_not_checked_and_records_what_is_lacking(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "T84", Unit, "T84-CN");
        await cycle.Accepted(Unit);
        await cycle.Accepted("T84-CN");
        await using var inspector = await browser.Visit(host.Address, script: script);
        await inspector.Page.GotoAsync("/portal");
        await inspector.SignInToPortal("inspector");

        await inspector.Follow("Kiểm tra hồ sơ của kỳ này");
        (await inspector.Page.Locator(".vks-figures").InnerTextAsync()).ShouldContain("2/2");
        await inspector.Page.Locator("#search").FillAsync(Unit);
        await inspector.Press("Lọc");
        (await inspector.Page.Locator("#danh-sach tbody tr").CountAsync()).ShouldBe(1);
        await inspector.Follow("Bản 1");
        await inspector.Page.Locator("#finding-lacking").CheckAsync();
        await inspector.Page.Locator("#text").FillAsync("Chưa có biên bản lấy ý kiến.");
        await inspector.Press("Ghi kết quả");

        (await inspector.Text()).ShouldContain("Đã ghi kết quả kiểm tra hồ sơ.");
        var made = (await host.As("centre").Get($"{cycle.ReportOf(Unit)}/inspections")).Done().Json.EnumerateArray().ShouldHaveSingleItem();
        (made.GetProperty("finding").GetString(), made.GetProperty("text").GetString(), made.GetProperty("version").GetInt32())
            .ShouldBe(("lacking", "Chưa có biên bản lấy ý kiến.", 1));
        await inspector.Page.GotoAsync($"/portal/{cycle.Path}/inspections?state=lacking");
        (await inspector.Page.Locator("#danh-sach tbody tr").CountAsync()).ShouldBe(1);
        (await inspector.Page.Locator("#danh-sach tbody").InnerTextAsync()).ShouldContain("Chưa có biên bản lấy ý kiến.");
        (await inspector.Page.Locator(".vks-figures").InnerTextAsync()).ShouldContain("1/2");
        inspector.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_input_and_what_was_typed_stays()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "T84", Unit);
        (await cycle.Submit(Unit)).Done();
        await using var inspector = await browser.Visit(host.Address);
        await inspector.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/versions/1");
        await inspector.SignInToPortal("inspector");

        await inspector.Page.Locator("#text").FillAsync("Đã xem biên bản.");
        await inspector.Press("Ghi kết quả");
        (await inspector.Page.Locator(".govuk-error-summary a[href='#finding']").CountAsync()).ShouldBe(1);
        (await inspector.Page.Locator("#text").InputValueAsync()).ShouldBe("Đã xem biên bản.");
        await inspector.Page.Locator("#finding-lacking").CheckAsync();
        await inspector.Page.Locator("#text").FillAsync(" - ");
        await inspector.Press("Ghi kết quả");

        (await inspector.Page.Locator("#text-loi").InnerTextAsync()).ShouldContain("phải nêu thiếu nội dung gì");
        (await inspector.Page.Locator("#finding-lacking").IsCheckedAsync()).ShouldBeTrue();
        (await host.As("centre").Get($"{cycle.ReportOf(Unit)}/inspections")).Done().Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_inspector_reads_every_page_of_a_cycle_and_is_offered_no_other_deed()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "T84", Unit);
        (await cycle.Submit(Unit)).Done();
        await host.WhenQuiet();
        await using var inspector = await browser.Visit(host.Address);
        await inspector.Page.GotoAsync($"/portal/{cycle.Path}");
        await inspector.SignInToPortal("inspector");

        foreach (var path in new[]
        {
            cycle.Path, $"{cycle.Path}/reports", cycle.ReportOf(Unit), $"{cycle.ReportOf(Unit)}/review", $"{cycle.Path}/totals/T84",
            $"{cycle.Path}/documents", $"{cycle.Path}/opinions",
        })
        {
            (await inspector.Page.GotoAsync($"/portal/{path}"))!.Status.ShouldBe((int)HttpStatusCode.OK, path);
            (await inspector.Page.Locator("main form[method=post]").CountAsync()).ShouldBe(0, path);
            (await inspector.Page.Locator("input[name=chosen]").CountAsync()).ShouldBe(0, path);
        }

        inspector.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_unit_reads_its_checks_beside_its_report_and_only_an_inspector_records_one()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "T84", Unit);
        (await cycle.Submit(Unit)).Done();
        (await host.As("inspector").Post(
            $"{cycle.ReportOf(Unit)}/inspections", new { version = 1, finding = "lacking", text = "Thiếu biên bản." },
            Person.NewKey())).Done();
        await using var unit = await browser.Visit(host.Address);
        await unit.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}");
        await unit.SignInToPortal($"reporter-{Unit}");

        (await unit.Text()).ShouldContain("Thiếu biên bản.");
        await unit.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/versions/1");
        (await unit.Page.Locator("#kiem-tra").CountAsync()).ShouldBe(0);
        (await unit.Post($"/portal/{cycle.ReportOf(Unit)}/versions/1/inspections", ("finding", "in-order"))).ShouldBe(403);
        (await unit.Page.GotoAsync($"/portal/{cycle.Path}/inspections"))!.Status.ShouldBe((int)HttpStatusCode.Forbidden);
        (await unit.Page.Locator("h1").CountAsync()).ShouldBe(1);
    }
}
