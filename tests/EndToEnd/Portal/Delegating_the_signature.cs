using System.Net;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Delegating_the_signature(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "T84";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_head_delegates_to_a_person_of_the_unit_who_then_signs_and_revokes_it(bool script)
    {
        await using var host = await AHost.Start();
        await host.Enrol("lan-1975", "Nguyễn Thị Lan", $"unit-reporter@{Unit}");
        await using var head = await browser.Visit(host.Address, script: script);
        await head.Page.GotoAsync("/portal");
        await head.SignInToPortal($"head-{Unit}");

        await head.Follow("Ủy quyền ký duyệt cho người khác");
        await head.Page.Locator("#person").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = "Nguyễn Thị Lan" });
        await head.Page.Locator("#from").FillAsync("1/6/2018");
        await head.Page.Locator("#to").FillAsync("30/6/2018");
        await head.Page.Locator("#reason").FillAsync("Đi công tác.");
        await head.Press("Ủy quyền");

        (await head.Text()).ShouldContain("Đã ủy quyền ký duyệt.");
        (await head.Page.Locator("#danh-sach tbody tr").InnerTextAsync()).ShouldContain("Đang có hiệu lực");
        var given = (await host.As("centre").Get($"units/{Unit}/delegations")).Done().Json.EnumerateArray().ShouldHaveSingleItem();
        (given.GetProperty("name").GetString(), given.GetProperty("to").GetString()).ShouldBe(("Nguyễn Thị Lan", "2018-06-30"));
        await head.Follow("Thu hồi");
        await head.Press("Thu hồi");
        (await head.Page.Locator(".govuk-error-summary a[href='#reason']").CountAsync()).ShouldBe(1);
        (await head.Page.Locator("#from").InputValueAsync()).ShouldBe("01/06/2018");
        await head.Page.Locator("#reason").FillAsync("Đã về.");
        await head.Press("Thu hồi");

        (await head.Page.Locator("#danh-sach tbody tr").InnerTextAsync()).ShouldContain("Đã thu hồi");
        (await head.Text()).ShouldContain("Thu hồi từ 01/06/2018: Đã về.");
        head.Complaints.ShouldAllBe(complaint => complaint.Contains("422"));
    }

    [Fact]
    public async Task Who_signed_in_long_ago_proves_who_it_is_once_more_before_the_signature_is_given_away()
    {
        await using var host = await AHost.Start();
        await host.Enrol("lan-1975", "Nguyễn Thị Lan", $"unit-reporter@{Unit}");
        using var left = await APortalSession.Of(host.Address, $"head-{Unit}");
        await using var head = await browser.Visit(host.Address);
        await head.SignIn($"head-{Unit}");
        await host.SetClock(host.Clock.GetUtcNow().AddMinutes(30));

        await head.Page.GotoAsync("/portal/delegations");
        head.Page.Url.ShouldContain("/portal/sign-in?again=true");
        (await left.Post("portal/delegations", new()
        {
            [APortalSession.Field] = left.FormToken,
            ["person"] = "lan-1975",
            ["from"] = "1/6/2018",
            ["to"] = "30/6/2018",
            ["reason"] = "Đi công tác.",
            ["key"] = Person.NewKey(),
        })).Status.ShouldBe(302);

        (await host.As("centre").Get($"units/{Unit}/delegations")).Done().Json.GetArrayLength().ShouldBe(0);
        await head.SignInToPortal($"head-{Unit}");
        (await head.Page.Locator("#person").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Every_fault_is_said_at_its_input_and_what_was_typed_stays()
    {
        await using var host = await AHost.Start();
        await using var head = await browser.Visit(host.Address);
        await head.Page.GotoAsync("/portal/delegations");
        await head.SignInToPortal($"head-{Unit}");

        await head.Page.Locator("#from").FillAsync("mai");
        await head.Page.Locator("#reason").FillAsync("Đi học.");
        await head.Press("Ủy quyền");
        foreach (var id in new[] { "person", "from", "to" })
        {
            (await head.Page.Locator($".govuk-error-summary a[href='#{id}']").CountAsync()).ShouldBe(1, id);
            (await head.Page.Locator($"#{id}-loi").CountAsync()).ShouldBe(1, id);
        }

        (await head.Page.Locator("#reason").InputValueAsync()).ShouldBe("Đi học.");
        await head.Page.Locator("#person").SelectOptionAsync($"reporter-{Unit}");
        await head.Page.Locator("#from").FillAsync("31/05/2018");
        await head.Page.Locator("#to").FillAsync("30/05/2018");
        await head.Press("Ủy quyền");

        (await head.Page.Locator("#from-loi").InnerTextAsync()).ShouldContain("không được trước hôm nay");
        (await head.Page.Locator("#to-loi").InnerTextAsync()).ShouldContain("không được trước ngày đầu");
        (await host.As("centre").Get($"units/{Unit}/delegations")).Done().Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_centre_and_the_inspector_read_those_of_any_unit_and_others_none()
    {
        await using var host = await AHost.Start();
        (await host.As($"head-{Unit}").Post(
            $"units/{Unit}/delegations",
            new { person = $"reporter-{Unit}", name = "Người được ủy quyền", from = "2018-06-01", to = "2018-06-02", reason = "Đi vắng." },
            Person.NewKey())).Done();
        await host.SetClock(ACycle.At(6, 5));
        foreach (var person in new[] { "centre", "inspector" })
        {
            await using var reader = await browser.Visit(host.Address);
            await reader.Page.GotoAsync("/portal/delegations");
            await reader.SignInToPortal(person);
            await reader.Page.Locator("#unit").FillAsync("không có");
            await reader.Press("Xem");
            (await reader.Page.Locator("#unit-loi").CountAsync()).ShouldBe(1);
            await reader.Page.Locator("#unit").FillAsync(Unit.ToLowerInvariant());
            await reader.Press("Xem");

            (await reader.Page.Locator("#danh-sach tbody tr").InnerTextAsync()).ShouldContain("Đã hết hiệu lực");
            (await reader.Page.Locator("main form[method=post]").CountAsync()).ShouldBe(0);
            (await reader.Post("/portal/delegations", ("person", $"reporter-{Unit}"))).ShouldBe(403);
        }

        await using var reporter = await browser.Visit(host.Address);
        await reporter.Page.GotoAsync("/portal/delegations");
        await reporter.SignInToPortal($"reporter-{Unit}");
        (await reporter.Page.GotoAsync("/portal/delegations"))!.Status.ShouldBe((int)HttpStatusCode.Forbidden);
        (await reporter.Page.Locator(".vks-nav").InnerTextAsync()).ShouldNotContain("Ủy quyền");
    }
}
