using System.Text;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Events;
using VksServerless.Cycles;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Operating_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_given_up_is_done_again_once_and_on_record(bool script)
    {
        await using var host = await AHost.Start();
        var setAside = host.Services.GetRequiredService<ISetAsideMessages>();
        var cycle = await ACycle.Open(host, "T84");
        var body = EventJson.Write(new CycleChanged(CycleId.Of(cycle.Id), 1));
        await setAside.Keep(
            new SetAsideMessage(
                Subscriptions.Cycles, new EventMessage(body).Digest, "Failed for a day", "System.TimeoutException: Kho dữ liệu bận",
                1440, host.Clock.GetUtcNow(), body),
            CancellationToken.None);
        await using var visitor = await browser.Visit(host.Address, script: script);
        await visitor.Page.GotoAsync("/portal/operations");
        await visitor.SignInToPortal("operator");

        var page = await visitor.Text();
        page.ShouldContain("Kho dữ liệu");
        page.ShouldContain("Hoạt động");
        page.ShouldContain("Làm không được suốt một ngày");
        page.ShouldNotContain("TimeoutException");
        await visitor.Click(visitor.Page.Locator("main tbody button"));
        (await visitor.Text()).ShouldContain("Đã đưa 1 việc vào hàng đợi để làm lại.");
        (await visitor.Text()).ShouldContain("Không có việc nào để lại.");
        (await visitor.Text()).ShouldContain("cho làm lại việc");
        await host.WhenQuiet();

        (await setAside.List(10, null, CancellationToken.None)).Items.ShouldBeEmpty();
        var resent = (await setAside.Resent(10, null, CancellationToken.None)).Items.ShouldHaveSingleItem();
        (resent.Subscription, resent.By).ShouldBe((Subscriptions.Cycles, host.As("operator").Who.Name));
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_still_cannot_be_read_is_given_up_again_and_can_be_done_again_then()
    {
        await using var host = await AHost.Start();
        var setAside = host.Services.GetRequiredService<ISetAsideMessages>();
        var body = Encoding.UTF8.GetBytes("""{"is":"nothing that anybody knows"}""");
        await setAside.Keep(
            new SetAsideMessage(
                Subscriptions.Notices, new EventMessage(body).Digest, "Unreadable", "", 1, host.Clock.GetUtcNow(), body),
            CancellationToken.None);
        await using var visitor = await browser.Visit(host.Address);
        await visitor.Page.GotoAsync("/portal/operations");
        await visitor.SignInToPortal("operator");

        foreach (var times in new[] { 1, 2 })
        {
            await visitor.Press("Làm lại tất cả");
            await host.WhenQuiet();
            (await setAside.List(10, null, CancellationToken.None)).Items.ShouldHaveSingleItem().Reason.ShouldBe("Unreadable");
            (await setAside.Resent(10, null, CancellationToken.None)).Items.Count.ShouldBe(times);
            await visitor.Page.GotoAsync("/portal/operations");
            (await visitor.Text()).ShouldContain("Không đọc được nội dung");
        }

        host.TakeFaults();
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_presses_after_another_is_told_that_it_is_done()
    {
        await using var host = await AHost.Start();
        var setAside = host.Services.GetRequiredService<ISetAsideMessages>();
        var body = EventJson.Write(new CycleChanged(CycleId.Of((await ACycle.Open(host, "T84")).Id), 1));
        await setAside.Keep(
            new SetAsideMessage(
                Subscriptions.Cycles, new EventMessage(body).Digest, "Failed for a day", "", 1440, host.Clock.GetUtcNow(), body),
            CancellationToken.None);
        await using var one = await browser.Visit(host.Address);
        await using var other = await browser.Visit(host.Address);
        foreach (var visitor in new[] { one, other })
        {
            await visitor.Page.GotoAsync("/portal/operations");
            await visitor.SignInToPortal("operator");
        }

        await one.Click(one.Page.Locator("main tbody button"));
        await other.Click(other.Page.Locator("main tbody button"));

        (await other.Text()).ShouldContain("Việc này đã được gửi lại");
        (await setAside.Resent(10, null, CancellationToken.None)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_inspector_looks_and_changes_nothing_and_others_see_no_page()
    {
        await using var host = await AHost.Start();
        await using var inspector = await browser.Visit(host.Address);
        await inspector.Page.GotoAsync("/portal/operations");
        await inspector.SignInToPortal("inspector");
        (await inspector.Heading()).ShouldBe("Vận hành");
        (await inspector.Page.Locator("main form").CountAsync()).ShouldBe(0);

        foreach (var person in new[] { "centre", "reporter-T84", "administrator" })
        {
            await using var other = await browser.Visit(host.Address);
            await other.Page.GotoAsync("/portal");
            await other.SignInToPortal(person);
            (await other.Page.GotoAsync("/portal/operations"))!.Status.ShouldBe(403, person);
        }

        inspector.Complaints.ShouldBeEmpty();
    }
}
