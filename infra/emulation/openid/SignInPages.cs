using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace VksServerless.Emulation.OpenId;

/// <summary>Who is signed in at the issuer, and whether that is enough for what a client asks.</summary>
internal sealed class SignInPages(OpenIdServer server, TimeProvider clock, IReadOnlyList<OpenIdPerson> people)
{
    private const string Authorize = "/connect/authorize";
    private const string Issuer = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
    private const string Session = CookieAuthenticationDefaults.AuthenticationScheme;

    public void Map(WebApplication app)
    {
        app.MapMethods(Authorize, ["GET", "POST"], (Delegate)Grant);
        app.MapPost("/connect/token", (Delegate)Exchange);
        app.MapMethods("/connect/userinfo", ["GET", "POST"], (Delegate)Describe);
        app.MapMethods("/connect/logout", ["GET", "POST"], (Delegate)SignOut);
        app.MapGet("/sign-in", (string @continue, string? acr) => Page(@continue, acr ?? ""));
        app.MapPost("/sign-in", (Delegate)SignIn);
        app.MapGet("/signed-out", () => Results.Text("Signed out."));
    }

    private async Task<IResult> Grant(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var session = (await http.AuthenticateAsync(Session)).Principal;
        if (session is null || !IsEnough(session, request))
        {
            return request.HasPromptValue(PromptValues.None) ? Refuse(Errors.LoginRequired) : AskToSignIn(request);
        }

        var identity = new ClaimsIdentity("openid", Claims.Name, Claims.Role);
        identity.AddClaims(session.Claims.Where(claim => claim.Type != Claims.AuthenticationTime)
            .Select(claim => new Claim(claim.Type, claim.Value)));
        identity.SetClaim(Claims.AuthenticationTime, SignedInAt(session));
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: Issuer);
    }

    private bool IsEnough(ClaimsPrincipal session, OpenIddictRequest request)
    {
        var age = clock.GetUtcNow().ToUnixTimeSeconds() - SignedInAt(session);
        var acr = session.FindFirstValue(Claims.AuthenticationContextReference) ?? "";
        return !request.HasPromptValue(PromptValues.Login)
            && (request.MaxAge is not { } most || (most > 0 && age <= most))
            && (!server.AnswersAcr || request.GetAcrValues() is not { Length: > 0 } wanted || wanted.Contains(acr));
    }

    /// <summary>The request goes on afterwards, without what made it ask.</summary>
    private IResult AskToSignIn(OpenIddictRequest request)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in request.GetParameters())
        {
            if (name is not (Parameters.Prompt or Parameters.MaxAge) && (string?)value is { } text)
            {
                query.Add(name, text);
            }
        }

        var page = new QueryBuilder { { "continue", $"{Authorize}{query}" } };
        if (server.AnswersAcr && request.GetAcrValues() is [var first, ..])
        {
            page.Add("acr", first);
        }

        return Results.Redirect($"/sign-in{page}");
    }

    private async Task<IResult> SignIn(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var (subject, goOn, acr) = (form["subject"].ToString().Trim(), form["continue"].ToString(), form["acr"].ToString());
        if (subject.Length == 0 || !goOn.StartsWith($"{Authorize}?", StringComparison.Ordinal))
        {
            return Results.BadRequest();
        }

        var person = people.FirstOrDefault(person => person.Subject == subject) ?? new OpenIdPerson(subject, subject);
        var identity = new ClaimsIdentity(Session);
        identity.AddClaim(new Claim(Claims.Subject, person.Subject));
        identity.AddClaim(new Claim(Claims.Name, person.Name));
        identity.AddClaim(new Claim(
            Claims.AuthenticationTime, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        if (person.Oid is { } oid)
        {
            identity.AddClaim(new Claim("oid", oid));
        }

        if (person.Mail is { } mail)
        {
            identity.AddClaim(new Claim(Claims.Email, mail));
        }

        if (acr.Length > 0)
        {
            identity.AddClaim(new Claim(Claims.AuthenticationContextReference, acr));
        }

        await http.SignInAsync(Session, new ClaimsPrincipal(identity));
        return Results.Redirect(goOn);
    }

    private static async Task<IResult> Exchange(HttpContext http) =>
        (await http.AuthenticateAsync(Issuer)).Principal is { } principal
            ? Results.SignIn(principal, authenticationScheme: Issuer)
            : Refuse(Errors.InvalidGrant);

    private static async Task<IResult> Describe(HttpContext http) =>
        (await http.AuthenticateAsync(Issuer)).Principal is { } principal
            ? Results.Json(new[] { Claims.Subject, Claims.Name, "oid" }
                .Where(principal.HasClaim).ToDictionary(name => name, name => principal.GetClaim(name)))
            : Results.Challenge(authenticationSchemes: [Issuer]);

    private static async Task<IResult> SignOut(HttpContext http)
    {
        await http.SignOutAsync(Session);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/signed-out" }, [Issuer]);
    }

    private static IResult Refuse(string error) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = error }),
        [Issuer]);

    private static long SignedInAt(ClaimsPrincipal session) =>
        long.Parse(session.FindFirstValue(Claims.AuthenticationTime)!, CultureInfo.InvariantCulture);

    private static IResult Page(string goOn, string acr) => Results.Content(
        $"""
        <!DOCTYPE html>
        <html lang="vi">
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Đăng nhập thử nghiệm</title>
        <main>
        <h1>Đăng nhập thử nghiệm</h1>
        <form method="post" action="/sign-in">
        <input type="hidden" name="continue" value="{WebUtility.HtmlEncode(goOn)}">
        <input type="hidden" name="acr" value="{WebUtility.HtmlEncode(acr)}">
        <p><label for="subject">Mã người dùng</label> <input id="subject" name="subject" required autofocus></p>
        <p><button>Đăng nhập</button></p>
        </form>
        </main>
        </html>
        """, "text/html; charset=utf-8");
}
