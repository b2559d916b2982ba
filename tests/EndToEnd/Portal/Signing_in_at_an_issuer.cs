using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using VksServerless.Application.People;
using VksServerless.Emulation.OpenId;
using VksServerless.EndToEnd.Pages;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.EndToEnd.Portal;

public class Signing_in_at_an_issuer(ABrowser browser) : IClassFixture<ABrowser>, IAsyncLifetime
{
    private static readonly DateOnly Since = new(2000, 1, 1);

    private AtAnIssuer _portal = null!;

    private OpenIdServer Issuer => _portal.Issuer;

    private AHost Host => _portal.Host;

    public async Task InitializeAsync() => _portal = await AtAnIssuer.Start(
        [new("ha", "Nguyễn Thị Hà"), new("binh", "Trần Văn Bình"), new("la", "Người Lạ")],
        new VksServerless.People.Person(
            PersonId.Of("ha"), "Nguyễn Thị Hà", null, [new Post(Role.UnitReporter, UnitCode.Of("T84"), Since)]),
        new VksServerless.People.Person(
            PersonId.Of("binh"), "Trần Văn Bình", null,
            [new Post(Role.UnitHead, UnitCode.Of("T84"), Since), new Post(Role.UnitReporter, UnitCode.Of("V14"), Since)]));

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_link_leads_after_the_sign_in_to_where_it_led(bool script)
    {
        await using var visitor = await browser.Visit(Host.Address, script: script);

        await visitor.Page.GotoAsync("/portal/cycles/k000000000000000?from=mail");
        await SignIn(visitor.Page, "ha");

        new Uri(visitor.Page.Url).PathAndQuery.ShouldBe("/portal/cycles/k000000000000000?from=mail");
        (await visitor.Page.Locator(".vks-header__person").InnerTextAsync()).ShouldBe("Nguyễn Thị Hà");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/portal")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/api/units")]
    public async Task A_way_that_leads_out_of_the_portal_is_not_gone(string back)
    {
        await using var visitor = await browser.Visit(Host.Address);

        await visitor.Page.GotoAsync($"/portal/sign-in?return={Uri.EscapeDataString(back)}");
        await SignIn(visitor.Page, "ha");

        new Uri(visitor.Page.Url).ShouldBe(new Uri(Host.Address, "portal"));
    }

    [Fact]
    public async Task Three_tabs_may_be_signed_in_last_to_first_each_where_it_led()
    {
        await using var visitor = await browser.Visit(Host.Address);
        var tabs = new List<IPage>();
        foreach (var tab in Enumerable.Range(1, 3))
        {
            var page = await visitor.Page.Context.NewPageAsync();
            await page.GotoAsync($"/portal?tab={tab}");
            tabs.Add(page);
        }

        for (var tab = 3; tab >= 1; tab--)
        {
            var page = tabs[tab - 1];
            await SignIn(page, "ha");
            new Uri(page.Url).PathAndQuery.ShouldBe($"/portal?tab={tab}");
        }
    }

    [Fact]
    public async Task After_thirty_sign_ins_that_were_left_off_the_next_one_works()
    {
        await using var visitor = await browser.Visit(Host.Address);
        for (var aborted = 0; aborted < 30; aborted++)
        {
            await visitor.Page.GotoAsync("/portal");
            await visitor.Page.GetByLabel("Mã người dùng").WaitForAsync();
        }

        await SignIn(visitor.Page, "ha");

        (await visitor.Heading()).ShouldBe("Việc của tôi");
    }

    [Fact]
    public async Task Whom_the_register_does_not_know_is_told_so_and_whom_to_ask()
    {
        await using var visitor = await browser.Visit(Host.Address);
        await visitor.Page.GotoAsync("/portal");
        await SignIn(visitor.Page, "la");

        (await visitor.Heading()).ShouldBe("Bạn chưa được giao việc gì");
        (await visitor.Text()).ShouldContain("Người Lạ");
        (await visitor.Text()).ShouldContain("Cục Thống kê tội phạm");
    }

    [Fact]
    public async Task Who_has_two_posts_chooses_goes_on_where_the_link_led_and_may_choose_again()
    {
        await using var visitor = await browser.Visit(Host.Address);
        await visitor.Page.GotoAsync("/portal/units?search=Vụ");
        await SignIn(visitor.Page, "binh");
        (await visitor.Heading()).ShouldBe("Bạn làm việc với vai trò nào?");

        await visitor.Press("Thủ trưởng đơn vị, Viện kiểm sát nhân dân tỉnh Trà Vinh");
        (await visitor.Heading()).ShouldBe("Danh bạ đơn vị");
        (await visitor.Page.Locator("#search").InputValueAsync()).ShouldBe("Vụ");
        await visitor.Follow("Đổi vai trò");
        await visitor.Press("Cán bộ tổng hợp, Vụ 14");

        (await visitor.Text()).ShouldContain("Cán bộ tổng hợp");
    }

    [Fact]
    public async Task Who_proves_it_again_keeps_the_post_that_was_chosen()
    {
        await using var visitor = await browser.Visit(Host.Address);
        await visitor.Page.GotoAsync("/portal");
        await SignIn(visitor.Page, "binh");
        await visitor.Press("Thủ trưởng đơn vị, Viện kiểm sát nhân dân tỉnh Trà Vinh");

        await visitor.Page.GotoAsync("/portal/sign-in?again=true&return=/portal");
        await SignIn(visitor.Page, "binh");

        (await visitor.Heading()).ShouldBe("Việc của tôi");
        (await visitor.Text()).ShouldContain("Thủ trưởng đơn vị");
    }

    [Fact]
    public async Task Whom_the_issuer_has_known_for_longer_than_a_session_lasts_begins_a_whole_one()
    {
        await using var visitor = await browser.Visit(Host.Address);
        await visitor.Page.GotoAsync("/portal");
        await SignIn(visitor.Page, "ha");
        await Host.SetClock(Host.Clock.GetUtcNow().AddHours(11));
        Issuer.Skew = TimeSpan.FromHours(11);

        await visitor.Page.GotoAsync("/portal");

        (await visitor.Heading()).ShouldBe("Việc của tôi");
        await Host.SetClock(Host.Clock.GetUtcNow().AddMinutes(59));
        await visitor.Page.ReloadAsync();
        (await visitor.Heading()).ShouldBe("Việc của tôi");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_the_issuer()
    {
        await using var visitor = await browser.Visit(Host.Address);
        await visitor.Page.GotoAsync("/portal");
        await SignIn(visitor.Page, "ha");

        await visitor.Press("Đăng xuất");
        await visitor.Page.GetByLabel("Mã người dùng").WaitForAsync();

        new Uri(visitor.Page.Url).Authority.ShouldBe(Issuer.Address.Authority, "the issuer asks who it is again");
    }

    [Fact]
    public async Task Signing_out_on_a_page_that_was_left_until_the_session_had_ended_ends_it_at_the_issuer_too()
    {
        await using var visitor = await browser.Visit(Host.Address);
        await visitor.Page.GotoAsync("/portal");
        await SignIn(visitor.Page, "ha");
        await Host.SetClock(Host.Clock.GetUtcNow().AddHours(2));

        await visitor.Press("Đăng xuất");
        await visitor.Page.GetByLabel("Mã người dùng").WaitForAsync();

        new Uri(visitor.Page.Url).Authority.ShouldBe(Issuer.Address.Authority, "the issuer asks who it is again");
    }

    [Theory]
    [InlineData(90)]
    [InlineData(-90)]
    public async Task An_issuer_whose_clock_is_a_little_off_is_believed(int seconds)
    {
        Issuer.Skew = TimeSpan.FromSeconds(seconds);
        await using var visitor = await browser.Visit(Host.Address);
        await visitor.Page.GotoAsync("/portal");
        await SignIn(visitor.Page, "ha");

        (await visitor.Heading()).ShouldBe("Việc của tôi");
    }

    [Fact]
    public async Task An_issuer_whose_clock_is_far_off_is_not_and_the_page_says_what_to_do()
    {
        Issuer.Skew = TimeSpan.FromMinutes(20);
        await using var visitor = await browser.Visit(Host.Address);
        await visitor.Page.GotoAsync("/portal");
        await SignIn(visitor.Page, "ha");

        (await visitor.Heading()).ShouldBe("Chưa đăng nhập được");
        (await visitor.Text()).ShouldContain("đồng hồ");
        _ = Host.TakeFaults();
    }

    [Fact]
    public async Task A_session_ends_when_nobody_uses_it_and_at_the_latest_after_its_hours()
    {
        await using var visitor = await browser.Visit(Host.Address);
        await visitor.Page.GotoAsync("/portal");
        await SignIn(visitor.Page, "ha");

        for (var half = 0; half < 19; half++)
        {
            await Host.SetClock(Host.Clock.GetUtcNow().AddMinutes(31));
            await visitor.Page.GotoAsync("/portal");
            (await visitor.Heading()).ShouldBe("Việc của tôi");
        }

        await Host.SetClock(Host.Clock.GetUtcNow().AddMinutes(31));
        await visitor.Page.GotoAsync("/portal");

        visitor.Page.Url.ShouldNotContain("/portal?", customMessage: "ten hours are over");
        (await visitor.Page.GetByLabel("Mã người dùng").CountAsync()
            + await visitor.Page.GetByText("Chưa đăng nhập được").CountAsync()).ShouldBeGreaterThan(0);
        _ = Host.TakeFaults();
    }

    private static async Task SignIn(IPage page, string subject)
    {
        if (await page.GetByLabel("Mã người dùng").CountAsync() > 0)
        {
            await page.GetByLabel("Mã người dùng").FillAsync(subject);
            await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
            await page.WaitForURLAsync(url => url.Contains("/portal", StringComparison.Ordinal));
        }
    }
}
