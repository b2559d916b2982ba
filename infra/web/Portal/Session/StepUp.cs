using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace VksServerless.Web.Portal.Session;

/// <summary>
/// Signing and approving ask who it is once more, at most a quarter of an hour before (<c>SignIn:StepUpMinutes</c>; 0: never), and where
/// the issuer knows one, by the stronger proof that is named in <c>SignIn:StepUpContext</c>.
/// </summary>
internal sealed class StepUp(IConfiguration configuration, TimeProvider clock)
{
    public string? Context => configuration["SignIn:StepUpContext"] is { Length: > 0 } named ? named : null;

    private int Minutes => configuration["SignIn:StepUpMinutes"] is { Length: > 0 } text
        ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)
        : 15;

    public bool IsProved(ClaimsPrincipal visitor) => Minutes == 0
        || (SessionClaims.InstantOf(visitor, SessionClaims.ProvedAt) is { } at && clock.GetUtcNow() < at.AddMinutes(Minutes)
            && (Context is null || visitor.FindFirstValue(SessionClaims.Context) == Context));

    /// <summary>Where a page sends somebody who must prove it first; comes back to where the request led.</summary>
    public static IResult Ask(HttpRequest request)
    {
        request.HttpContext.Items[typeof(StepUp)] = true;
        return Results.LocalRedirect(
            $"{SignInPages.Address}?again=true&{SignInPages.Return}={Uri.EscapeDataString(request.Path + request.QueryString)}");
    }

    /// <summary>Whether the request was answered by asking for the proof: what was sent with it has not been done.</summary>
    public static bool IsAsked(HttpContext http) => http.Items.ContainsKey(typeof(StepUp));
}
