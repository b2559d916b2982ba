using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VksServerless.Application.People;
using VksServerless.Web.Door;

namespace VksServerless.Web.Portal.Session;

/// <summary>
/// The session of a browser: a cookie that only this site reads. It ends when nobody has used it for an hour
/// (<c>SignIn:IdleMinutes</c>), and ten hours after the sign-in at the latest (<c>SignIn:LongestHours</c>). What one may do is asked of the
/// register at each request, so that a post that has ended ends at once.
/// </summary>
internal sealed class SessionCookie(IConfiguration configuration, TimeProvider clock) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    public const string Scheme = "portal";

    public void Configure(CookieAuthenticationOptions options) => Configure(Scheme, options);

    public void Configure(string? name, CookieAuthenticationOptions options)
    {
        if (name != Scheme)
        {
            return;
        }

        var isHttps = configuration["Portal:Address"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) is true;
        options.Cookie.Name = isHttps ? "__Host-vks" : "vks";
        options.Cookie.HttpOnly = true;
        options.Cookie.Path = "/";

        // Lax, so that a link in a mail finds the reader signed in.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(Setting("SignIn:IdleMinutes", 60));
        options.SlidingExpiration = true;
        options.LoginPath = SignInPages.Address;
        options.ReturnUrlParameter = SignInPages.Return;
        options.Events.OnValidatePrincipal = Validate;
        options.Events.OnRedirectToLogin = HeldPages.Redirect;

        // A board that refreshes itself does not show that somebody is still there.
        options.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew &= !context.Request.Headers.ContainsKey("X-Refresh");
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.Redirect(PostPages.AddressFor(context.Request));
            return Task.CompletedTask;
        };
    }

    private int Setting(string name, int usual) => configuration[name] is not { Length: > 0 } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new FormatException($"The setting {name} must be a positive whole number, not {text}.");

    private async Task Validate(CookieValidatePrincipalContext context)
    {
        var claims = context.Principal!;
        if (!PersonId.TryParse(claims.FindFirstValue(SessionClaims.Person), out var person)
            || SessionClaims.InstantOf(claims, SessionClaims.BeganAt) is not { } beganAt
            || clock.GetUtcNow() >= beganAt.AddHours(Setting("SignIn:LongestHours", 10)))
        {
            context.RejectPrincipal();
            return;
        }

        var http = context.HttpContext;
        var whoIs = http.RequestServices.GetRequiredService<WhoIs>();
        var posts = await whoIs.Execute(person, http.RequestAborted);
        var caller = whoIs.Choose(posts, posts.Count > 1 ? claims.FindFirstValue(SessionClaims.Post) : null);
        Visitor.Remember(
            http, new Visitor(person, claims.FindFirstValue(SessionClaims.Name) ?? "", caller.Refused ? null : caller.Value, posts));
        CallerOfRequest.Remember(http, posts, caller);
    }
}
