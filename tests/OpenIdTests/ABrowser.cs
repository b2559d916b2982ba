using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using VksServerless.Emulation.OpenId;

namespace VksServerless.OpenId.Tests;

/// <summary>Follows the issuer's redirects with its cookies, and is the client that gets the code.</summary>
internal sealed class ABrowser(OpenIdServer issuer) : IDisposable
{
    public static readonly Uri Back = new("http://127.0.0.1:1/signin-oidc");
    public static readonly Uri Out = new("http://127.0.0.1:1/signout-callback-oidc");

    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = issuer.Address };
    private readonly string _verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public HttpClient Http => _http;

    /// <summary>Asks for a code. Ends at the sign-in page, or back at the client.</summary>
    public Task<HttpResponseMessage> Ask(OpenIdClient? client = null, params (string Name, string? Value)[] more)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = (client ?? issuer.Clients.Public).Id,
            ["redirect_uri"] = Back.ToString(),
            ["response_type"] = "code",
            ["scope"] = "openid profile",
            ["nonce"] = "n-1",
            ["state"] = "s-1",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(_verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in more)
        {
            query[name] = value;
        }

        query = query.Where(pair => pair.Value is not null).ToDictionary();

        return Follow(_http.GetAsync(QueryHelpers.AddQueryString("connect/authorize", query)));
    }

    public async Task<HttpResponseMessage> SignIn(HttpResponseMessage page, string subject)
    {
        using var document = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync());
        var fields = document.QuerySelectorAll("input").Cast<IHtmlInputElement>().ToDictionary(field => field.Name!, field => field.Value);
        fields["subject"] = subject;
        using var form = new FormUrlEncodedContent(fields);
        return await Follow(_http.PostAsync("sign-in", form));
    }

    public async Task<HttpResponseMessage> Redeem(string code, OpenIdClient? client = null, string? verifier = null)
    {
        client ??= issuer.Clients.Public;
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = Back.ToString(),
            ["client_id"] = client.Id,
            ["code_verifier"] = verifier ?? _verifier,
        };
        if (client.Secret is { } secret)
        {
            fields["client_secret"] = secret;
        }

        using var form = new FormUrlEncodedContent(fields);
        return await _http.PostAsync("connect/token", form);
    }

    public async Task<JsonWebToken> TokenOf(HttpResponseMessage back, OpenIdClient? client = null) =>
        new((await (await Redeem(Code(back), client)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id_token").GetString());

    public static string Code(HttpResponseMessage back) => Answer(back)["code"];

    public static Dictionary<string, string> Answer(HttpResponseMessage back)
    {
        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        back.Headers.Location!.GetLeftPart(UriPartial.Path).ShouldBe(Back.ToString());
        return QueryHelpers.ParseQuery(back.Headers.Location.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }

    public async Task<HttpResponseMessage> Follow(Task<HttpResponseMessage> request)
    {
        var answer = await request;
        while (answer.Headers.Location is { } next && new Uri(issuer.Address, next).Authority == issuer.Address.Authority)
        {
            answer = await _http.GetAsync(next);
        }

        return answer;
    }

    public void Dispose() => _http.Dispose();
}
