using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.People;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Session;

/// <summary>A form that was sent after the session had ended: nothing typed is lost, and nothing is done before its author has signed in.</summary>
internal sealed class HeldPages(IHeldForms held) : IPages
{
    public const string Address = "/portal/held";

    /// <summary>Posted by a form that is sent on.</summary>
    public const string Field = "held";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("held", Show);
        portal.MapPost("held", Drop);
    }

    /// <summary>Keeps what an ended, genuine session has sent, and asks to sign in again.</summary>
    public static async Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (http.Request.Headers.Accept == "application/json")
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var kept = HttpMethods.IsPost(http.Request.Method) && await Keep(context);
        context.Response.Redirect(HttpMethods.IsPost(http.Request.Method)
            ? $"{SignInPages.Address}?{SignInPages.Return}={Uri.EscapeDataString(kept ? Address : "/portal")}"
            : context.RedirectUri);
    }

    private static async Task<bool> Keep(RedirectContext<CookieAuthenticationOptions> context)
    {
        var http = context.HttpContext;
        if (!http.Request.HasFormContentType || PortalWeb.IsOfForeignPage(http.Request) || PersonIn(context) is not { } person)
        {
            return false;
        }

        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        if (posted.Sum(part => part.Key.Length + part.Value.Sum(value => value?.Length ?? 0)) > HeldForm.MostCharacters)
        {
            return false;
        }

        await http.RequestServices.GetRequiredService<IHeldForms>().Hold(
            person,
            new HeldForm(
                http.Request.Path + http.Request.QueryString,
                posted.Where(part => part.Key != FormToken.Field).ToDictionary(
                    part => part.Key, IReadOnlyList<string> (part) => [.. part.Value.OfType<string>()]),
                http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()),
            http.RequestAborted);
        return true;
    }

    /// <summary>Whose session it was, by the cookie that has run out.</summary>
    private static PersonId? PersonIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        var cookie = context.Options.CookieManager.GetRequestCookie(context.HttpContext, context.Options.Cookie.Name!);
        var ticket = cookie is null ? null : context.Options.TicketDataFormat.Unprotect(cookie);
        return PersonId.TryParse(ticket?.Principal.FindFirst(SessionClaims.Person)?.Value, out var person) ? person : null;
    }

    private async Task<IResult> Show(HttpContext http, CancellationToken cancellation) =>
        await held.Find(Visitor.Of(http)!.Person, cancellation) is { } form
            ? PageResult.Of<HeldPage>(new { Form = form })
            : Results.LocalRedirect("/portal");

    private async Task<IResult> Drop(HttpContext http, CancellationToken cancellation)
    {
        await held.Drop(Visitor.Of(http)!.Person, cancellation);
        return Results.LocalRedirect("/portal");
    }
}
