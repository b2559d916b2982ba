using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using VksServerless.Emulation.OpenId;

namespace VksServerless.OpenId.Tests;

public sealed class Signing_in : IClassFixture<AnIssuer>, IDisposable
{
    private readonly OpenIdServer _issuer;
    private readonly ABrowser _browser;

    public Signing_in(AnIssuer issuer)
    {
        _issuer = issuer.Server;
        (_issuer.Skew, _issuer.AnswersAcr) = (TimeSpan.Zero, true);
        _browser = new ABrowser(_issuer);
    }

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task Starts_from_what_discovery_says()
    {
        var found = await Discover();

        found.Issuer.ShouldBe(_issuer.Address.ToString());
        found.AuthorizationEndpoint.ShouldBe($"{_issuer.Address}connect/authorize");
        found.EndSessionEndpoint.ShouldBe($"{_issuer.Address}connect/logout");
        found.CodeChallengeMethodsSupported.ShouldContain("S256");
        found.SigningKeys.ShouldHaveSingleItem().KeyId.ShouldStartWith("key-");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gives_the_client_a_token_that_says_who_it_is(bool isPublic)
    {
        var client = isPublic ? _issuer.Clients.Public : _issuer.Clients.Confidential;
        var back = await _browser.SignIn(await _browser.Ask(client), "p-1");
        var token = await _browser.TokenOf(back, client);

        ABrowser.Answer(back)["state"].ShouldBe("s-1");
        (token.Subject, Claim(token, "name"), Claim(token, "oid"), Claim(token, "nonce")).ShouldBe(("p-1", "Nguyễn Thị Hà", "0f0e", "n-1"));
        Claim(token, "acr").ShouldBeNull();
        token.GetPayloadValue<long>("auth_time").ShouldBeInRange(
            DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds(), DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        (await IsValid(token, client)).ShouldBeTrue();
    }

    [Fact]
    public async Task As_anybody_needs_only_a_subject()
    {
        var token = await _browser.TokenOf(await _browser.SignIn(await _browser.Ask(), "lạ & <b>"));

        (token.Subject, Claim(token, "name"), Claim(token, "oid")).ShouldBe(("lạ & <b>", "lạ & <b>", null));
    }

    [Fact]
    public async Task Happens_once_a_session()
    {
        await _browser.SignIn(await _browser.Ask(), "p-1");

        (await _browser.TokenOf(await _browser.Ask())).Subject.ShouldBe("p-1");
    }

    [Fact]
    public async Task Is_not_asked_of_somebody_who_must_not_be_asked() =>
        ABrowser.Answer(await _browser.Ask(null, ("prompt", "none")))["error"].ShouldBe("login_required");

    [Fact]
    public async Task Is_refused_with_a_wrong_verifier_a_second_time_without_secret_or_without_PKCE()
    {
        var code = ABrowser.Code(await _browser.SignIn(await _browser.Ask(), "p-1"));

        (await _browser.Redeem(code, verifier: new string('a', 43))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        code = ABrowser.Code(await _browser.Ask());
        (await _browser.Redeem(code)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _browser.Redeem(code)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        code = ABrowser.Code(await _browser.Ask(_issuer.Clients.Confidential));
        (await _browser.Redeem(code, _issuer.Clients.Confidential with { Secret = "wrong" })).StatusCode
            .ShouldBe(HttpStatusCode.Unauthorized);
        (await _browser.Ask(null, ("code_challenge", null), ("code_challenge_method", null))).StatusCode
            .ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Is_refused_to_an_address_that_was_not_allowed() =>
        (await _browser.Ask(null, ("redirect_uri", "http://127.0.0.1:1/elsewhere"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Again_is_asked_for_where_the_client_wants_it()
    {
        await _browser.SignIn(await _browser.Ask(), "p-1");
        _issuer.Skew = TimeSpan.FromMinutes(10);
        var now = DateTimeOffset.UtcNow.AddMinutes(9).ToUnixTimeSeconds();

        foreach (var (name, value) in new[] { ("max_age", "300"), ("max_age", "0"), ("prompt", "login") })
        {
            var page = await _browser.Ask(null, (name, value));
            page.StatusCode.ShouldBe(HttpStatusCode.OK, name);
            (await _browser.TokenOf(await _browser.SignIn(page, "p-1"))).GetPayloadValue<long>("auth_time").ShouldBeGreaterThan(now);
        }

        (await _browser.Ask(null, ("max_age", "300"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Steps_up_to_what_the_client_asks_and_says_so()
    {
        await _browser.SignIn(await _browser.Ask(), "p-1");

        var page = await _browser.Ask(null, ("acr_values", "c1 c2"));
        Claim(await _browser.TokenOf(await _browser.SignIn(page, "p-1")), "acr").ShouldBe("c1");
        Claim(await _browser.TokenOf(await _browser.Ask(null, ("acr_values", "c1"))), "acr").ShouldBe("c1");

        _issuer.AnswersAcr = false;
        page = await _browser.Ask(null, ("acr_values", "c9"), ("prompt", "login"));
        Claim(await _browser.TokenOf(await _browser.SignIn(page, "p-1")), "acr").ShouldBeNull();
    }

    [Fact]
    public async Task With_a_clock_that_is_wrong_gives_tokens_of_another_time()
    {
        _issuer.Skew = TimeSpan.FromHours(-3);

        var token = await _browser.TokenOf(await _browser.SignIn(await _browser.Ask(), "p-1"));

        token.ValidTo.ShouldBeLessThan(DateTime.UtcNow.AddHours(-1));
        (await IsValid(token, _issuer.Clients.Public)).ShouldBeFalse();
    }

    [Fact]
    public async Task Goes_on_with_new_keys_and_the_old_tokens_as_long_as_the_old_key_is_published()
    {
        var old = await _browser.TokenOf(await _browser.SignIn(await _browser.Ask(), "p-1"));

        var key = _issuer.ReplaceKey(keepOld: true);
        var token = await _browser.TokenOf(await _browser.Ask());
        token.Kid.ShouldBe(key);
        old.Kid.ShouldNotBe(key);
        (await IsValid(old, _issuer.Clients.Public)).ShouldBeTrue();
        (await IsValid(token, _issuer.Clients.Public)).ShouldBeTrue();

        _issuer.ReplaceKey(keepOld: false);
        (await IsValid(token, _issuer.Clients.Public)).ShouldBeFalse();
        (await IsValid(await _browser.TokenOf(await _browser.Ask()), _issuer.Clients.Public)).ShouldBeTrue();
    }

    [Fact]
    public async Task Ends_at_the_issuer_too_and_leads_back()
    {
        var token = await _browser.TokenOf(await _browser.SignIn(await _browser.Ask(), "p-1"));

        var back = Uri.EscapeDataString(ABrowser.Out.ToString());
        var end = await _browser.Follow(_browser.Http.GetAsync(
            $"connect/logout?id_token_hint={token.EncodedToken}&post_logout_redirect_uri={back}&state=s-2"));

        end.Headers.Location.ShouldBe(new Uri($"{ABrowser.Out}?state=s-2"));
        (await _browser.Ask()).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _browser.Follow(_browser.Http.GetAsync("connect/logout?post_logout_redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Felsewhere")))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await (await _browser.Follow(_browser.Http.GetAsync("connect/logout"))).Content.ReadAsStringAsync()).ShouldBe("Signed out.");
    }

    [Fact]
    public async Task Lets_the_client_ask_who_it_was()
    {
        var answer = await _browser.Redeem(ABrowser.Code(await _browser.SignIn(await _browser.Ask(), "p-1")));
        var access = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Get, "connect/userinfo");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", access);

        var who = await (await _browser.Http.SendAsync(request)).Content.ReadFromJsonAsync<Dictionary<string, string>>();

        who.ShouldBe(new Dictionary<string, string> { ["sub"] = "p-1", ["name"] = "Nguyễn Thị Hà", ["oid"] = "0f0e" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Does_not_go_on_to_somewhere_else()
    {
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string> { ["subject"] = "p-1", ["continue"] = "https://elsewhere.example/" });

        (await _browser.Http.PostAsync("sign-in", form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static string? Claim(JsonWebToken token, string name) => token.Claims.FirstOrDefault(claim => claim.Type == name)?.Value;

    private Task<OpenIdConnectConfiguration> Discover() => OpenIdConnectConfigurationRetriever.GetAsync(
        $"{_issuer.Address}.well-known/openid-configuration", new HttpDocumentRetriever { RequireHttps = false }, CancellationToken.None);

    private async Task<bool> IsValid(JsonWebToken token, OpenIdClient client)
    {
        var found = await Discover();
        return (await new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = found.Issuer,
            ValidAudience = client.Id,
            IssuerSigningKeys = found.SigningKeys,
        })).IsValid;
    }
}
