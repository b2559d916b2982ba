using System.Net;
using VksServerless.EndToEnd.Pages;
using VksServerless.EndToEnd.Publications;

namespace VksServerless.EndToEnd.Portal;

public class Replying_to_opinions_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_centre_filters_replies_to_one_and_to_many_and_the_unit_reads_the_replies(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await ADraft.Open(host, "V14", "VP");
        await cycle.Accepted("V14", ADraft.Opinions("Dự thảo cần thiết.", "Điều 7", "Điều 9"));
        await cycle.Accepted("VP", ADraft.Opinions(null, "Điều 7"));
        await using var centre = await browser.Visit(host.Address, script: script);
        await centre.Page.GotoAsync($"/portal/{cycle.Path}");
        await centre.SignInToPortal("centre");

        await centre.Follow("Ý kiến góp ý và trả lời");
        (await centre.Page.Locator("#ids tbody tr").CountAsync()).ShouldBe(4);
        await centre.Page.Locator("#search").FillAsync("dieu 7");
        await centre.Press("Lọc");
        (await centre.Page.Locator("#ids tbody tr").CountAsync()).ShouldBe(2);
        await centre.Page.Locator("#all").CheckAsync();
        await centre.Page.Locator("#kind").CheckAsync();
        await centre.Page.Locator("#text").FillAsync("Đã sửa Điều 7.");
        await centre.Press("Trả lời");
        (await centre.Text()).ShouldContain("Đã trả lời 2 ý kiến.");
        await centre.Page.GotoAsync($"/portal/{cycle.Path}/opinions?state=unanswered&search=can%20thiet");
        await centre.Page.Locator("input[name=id]").CheckAsync();
        await centre.Page.Locator("#kind-explained").CheckAsync();
        await centre.Page.Locator("#text").FillAsync("Cảm ơn đơn vị.");
        await centre.Press("Trả lời");

        (await ADraft.Given(host, cycle)).Select(opinion => (opinion.Unit, opinion.Said, opinion.Reply)).ShouldBe(
            [
                ("V14", "Dự thảo cần thiết.", "explained"), ("V14", "Điều 7", "accepted"), ("V14", "Điều 9", null),
                ("VP", "Điều 7", "accepted"),
            ],
            ignoreOrder: true);
        await using var unit = await browser.Visit(host.Address, script: script);
        await unit.Page.GotoAsync($"/portal/{cycle.ReportOf("VP")}");
        await unit.SignInToPortal("reporter-VP");
        var seen = await unit.Text();
        seen.ShouldContain("Đã sửa Điều 7.");
        seen.ShouldNotContain("Cảm ơn đơn vị.");
        centre.Complaints.Concat(unit.Complaints).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_input_and_what_was_ticked_and_typed_stays()
    {
        await using var host = await AHost.Start();
        var cycle = await ADraft.Open(host, "V14");
        await cycle.Accepted("V14", ADraft.Opinions(null, "Điều 7", "Điều 9"));
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync($"/portal/{cycle.Path}/opinions");
        await centre.SignInToPortal("centre");

        await centre.Page.Locator("#text").FillAsync("Xin ghi nhận.");
        await centre.Press("Trả lời");
        (await centre.Page.Locator(".govuk-error-summary a[href='#kind']").CountAsync()).ShouldBe(1);
        await centre.Page.Locator("#kind-explained").CheckAsync();
        await centre.Press("Trả lời");
        (await centre.Page.Locator(".govuk-error-summary a[href='#ids']").CountAsync()).ShouldBe(1);
        (await centre.Page.Locator("#text").InputValueAsync()).ShouldBe("Xin ghi nhận.");
        await centre.Page.Locator("input[name=id]").First.CheckAsync();
        await centre.Page.Locator("#text").FillAsync("");
        await centre.Press("Trả lời");

        (await centre.Page.Locator("#text-loi").InnerTextAsync()).ShouldContain("Giải trình phải nêu nội dung");
        (await centre.Page.Locator("input[name=id]").First.IsCheckedAsync()).ShouldBeTrue();
        (await ADraft.Given(host, cycle)).ShouldAllBe(opinion => opinion.Reply == null);
    }

    [Fact]
    public async Task Leaders_read_them_units_do_not_and_neither_replies()
    {
        await using var host = await AHost.Start();
        var cycle = await ADraft.Open(host, "V14");
        await cycle.Accepted("V14", ADraft.Opinions(null, "Điều 7"));
        await using var leader = await browser.Visit(host.Address);
        await leader.Page.GotoAsync($"/portal/{cycle.Path}/opinions");
        await leader.SignInToPortal("leader-1");
        (await leader.Page.Locator("#ids tbody tr").CountAsync()).ShouldBe(1);
        (await leader.Page.Locator("input[name=id], #text").CountAsync()).ShouldBe(0);
        (await leader.Post($"/portal/{cycle.Path}/opinions", ("all", "true"), ("kind", "accepted"))).ShouldBe(403);

        await using var unit = await browser.Visit(host.Address);
        await unit.Page.GotoAsync("/portal");
        await unit.SignInToPortal("reporter-V14");
        (await unit.Page.GotoAsync($"/portal/{cycle.Path}/opinions"))!.Status.ShouldBe((int)HttpStatusCode.Forbidden);
        (await unit.Page.Locator("h1").CountAsync()).ShouldBe(1);
    }
}
