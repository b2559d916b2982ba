using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using VksServerless.People;

namespace VksServerless.Web.Portal.Session;

/// <summary>Somebody who is signed in with a browser.</summary>
/// <param name="As">As whom this person acts now; null: the register gives nothing to do, or several posts of which none is chosen.</param>
/// <param name="Posts">All that could be chosen today.</param>
/// <param name="Name">What the issuer calls this person.</param>
internal sealed record Visitor(PersonId Person, string Name, Caller? As, IReadOnlyList<Caller> Posts)
{
    public static Visitor? Of(HttpContext http) => http.Items[typeof(Visitor)] as Visitor;

    public static void Remember(HttpContext http, Visitor visitor) => http.Items[typeof(Visitor)] = visitor;
}

/// <summary>What stands in the session cookie, besides the ticket's own instants.</summary>
internal static class SessionClaims
{
    public const string Person = "sub";
    public const string Name = "name";

    /// <summary>The post that was chosen, as <see cref="Caller.Post"/> names it; absent where there is no choice.</summary>
    public const string Post = "post";

    /// <summary>When the session began, in seconds since 1970.</summary>
    public const string BeganAt = "iat";

    /// <summary>When this person last proved who it is, in seconds since 1970; absent where the issuer does not say.</summary>
    public const string ProvedAt = "auth_time";

    /// <summary>How: the authentication context of the issuer.</summary>
    public const string Context = "acr";

    public static ClaimsPrincipal Principal(
        string scheme, PersonId person, string name, DateTimeOffset beganAt, DateTimeOffset? provedAt, string? context, string? post)
    {
        var identity = new ClaimsIdentity(scheme, Name, null);
        identity.AddClaim(new Claim(Person, person.ToString()));
        identity.AddClaim(new Claim(Name, name));
        identity.AddClaim(new Claim(BeganAt, Seconds(beganAt)));
        if (provedAt is { } proved)
        {
            identity.AddClaim(new Claim(ProvedAt, Seconds(proved)));
        }

        if (context is not null)
        {
            identity.AddClaim(new Claim(Context, context));
        }

        if (post is not null)
        {
            identity.AddClaim(new Claim(Post, post));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <returns>Null when the claim is absent or no instant.</returns>
    public static DateTimeOffset? InstantOf(ClaimsPrincipal principal, string claim) =>
        long.TryParse(principal.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The post that this person had chosen in the session that goes on; null when there is none, or it was somebody else's.</summary>
    public static async Task<string?> PostOf(HttpContext http, PersonId person)
    {
        var session = (await http.AuthenticateAsync(SessionCookie.Scheme)).Principal;
        return session?.FindFirstValue(Person) == person.ToString() ? session.FindFirstValue(Post) : null;
    }

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
