using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.People;
using VksServerless.Emulation.OpenId;
using VksServerless.EndToEnd.Pages;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.EndToEnd.Portal;

public class Who_one_is_at_the_issuer(ABrowser browser) : IClassFixture<ABrowser>, IAsyncLifetime
{
    private readonly OpenIdPerson[] _known = [new("ha", "Nguyễn Thị Hà", Mail: "ha@vks.example")];
    private AtAnIssuer _portal = null!;

    public async Task InitializeAsync() => _portal = await AtAnIssuer.Start(
        _known,
        new VksServerless.People.Person(
            PersonId.Of("ha"), "Nguyễn Thị Hà", null, [new Post(Role.UnitReporter, UnitCode.Of("T84"), new DateOnly(2000, 1, 1))]));

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task Another_mail_address_or_other_capitals_are_the_same_person_with_the_same_units()
    {
        var seen = new List<string>();
        foreach (var mail in new[] { "ha@vks.example", "HA@VKS.Example", "nguyen.thi.ha@khac.example", null })
        {
            _known[0] = _known[0] with { Mail = mail };
            await using var visitor = await browser.VisitAs(_portal.Host, "ha", "/portal");
            seen.Add($"{await visitor.Page.Locator(".vks-header__person").InnerTextAsync()}\n{await visitor.Text()}");
        }

        seen[0].ShouldContain("Viện kiểm sát nhân dân tỉnh Trà Vinh");
        seen.ShouldAllBe(one => one == seen[0]);
        (await _portal.Host.Services.GetRequiredService<IPeople>().Read(CancellationToken.None)).Value.People.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 13; SM-A546E; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 "
        + "Mobile Safari/537.36 Zalo android/23110547 ZaloTheme/light ZaloLanguage/vi")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        + "Mobile/15E148 Outlook-iOS/4.23")]
    public async Task The_browser_within_another_app_leads_from_the_link_of_a_mail_to_its_task(string agent)
    {
        await using var visitor = await browser.Visit(_portal.Host.Address, width: 390, agent: agent);

        await visitor.Page.GotoAsync("/portal/cycles/k000000000000000?from=mail");
        await visitor.SignInToPortal("ha");

        new Uri(visitor.Page.Url).PathAndQuery.ShouldBe("/portal/cycles/k000000000000000?from=mail");
        (await visitor.Page.Locator(".vks-header__person").InnerTextAsync()).ShouldBe("Nguyễn Thị Hà");
    }
}
