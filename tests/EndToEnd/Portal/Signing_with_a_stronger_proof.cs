using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VksServerless.Emulation.OpenId;
using VksServerless.EndToEnd.Pages;
using VksServerless.Web.Portal.Session;

namespace VksServerless.EndToEnd.Portal;

/// <summary>Where signing demands an authentication context of the issuer.</summary>
public class Signing_with_a_stronger_proof(ABrowser browser) : IClassFixture<ABrowser>, IAsyncLifetime
{
    private const string Unit = "V14";
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private OpenIdServer _issuer = null!;
    private AHost _host = null!;
    private ACycle _cycle = null!;

    public async Task InitializeAsync()
    {
        _issuer = await OpenIdServer.Start();
        _host = await AHost.Start(
            services => services.RemoveAll<ISamplePeople>(),
            Now,
            new Dictionary<string, string?>
            {
                ["SignIn:Authority"] = _issuer.Address.ToString(),
                ["SignIn:ClientId"] = _issuer.Clients.Confidential.Id,
                ["SignIn:ClientSecret"] = _issuer.Clients.Confidential.Secret,
                ["SignIn:StepUpContext"] = "c1",
            });
        await _issuer.Allow(new Uri(_host.Address, "portal/signed-in"), new Uri(_host.Address, "portal/signed-out"));
        var terms = ACycle.Terms(Unit);
        terms["headSignsOff"] = true;
        terms["deadlines"] = JsonSerializer.SerializeToNode(
            new { district = Now.AddDays(10), province = Now.AddDays(15), supreme = Now.AddDays(20) });
        terms["closesAt"] = Now.AddDays(30);
        _cycle = await ACycle.Open(_host, terms);
        (await _host.As($"reporter-{Unit}").Post($"{_cycle.ReportOf(Unit)}/present", AReport.Of(Unit), Person.NewKey())).Done();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_signed_in_without_it_is_asked_for_it_and_signs_then()
    {
        await using var head = await browser.Visit(_host.Address);
        await head.Page.GotoAsync("/portal");
        await head.SignInToPortal($"head-{Unit}");

        await head.Page.GotoAsync($"/portal/{_cycle.ReportOf(Unit)}/sign");
        await head.SignInToPortal($"head-{Unit}");
        await head.Press("Ký duyệt và nộp");

        await head.Page.WaitForURLAsync(url => url.EndsWith("/versions/1/receipt", StringComparison.Ordinal));
        (await _cycle.StateOf(Unit)).ShouldBe("submitted");
    }

    [Fact]
    public async Task Who_is_not_given_it_is_told_so_once_and_nothing_is_signed()
    {
        _issuer.AnswersAcr = false;
        await using var head = await browser.Visit(_host.Address);
        await head.Page.GotoAsync("/portal");
        await head.SignInToPortal($"head-{Unit}");

        await head.Page.GotoAsync($"/portal/{_cycle.ReportOf(Unit)}/sign");
        await head.Page.Locator("#subject").FillAsync($"head-{Unit}");
        await head.Press("Đăng nhập");
        await head.Page.WaitForURLAsync(url => url.Contains("failed=", StringComparison.Ordinal));

        (await head.Heading()).ShouldBe("Chưa đăng nhập được");
        (await head.Text()).ShouldContain("Ký và phê duyệt cần xác thực mạnh hơn");
        (await _cycle.StateOf(Unit)).ShouldBe("owed");
        await head.Follow("Về trang việc của tôi");
        (await head.Heading()).ShouldBe("Việc của tôi", "the session goes on");
        _ = _host.TakeFaults();
    }
}
