using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VksServerless.Application.People;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Session;
using VksServerless.Web.Portal.Shell;
using HeaderNames = Microsoft.Net.Http.Headers.HeaderNames;

namespace VksServerless.Web.Portal;

/// <summary>Where people do their work with a browser: pages rendered on the server, each calling the use case that the API calls.</summary>
internal static class PortalWeb
{
    /// <summary>Who has signed in and acts in a post, or is to choose one.</summary>
    private const string AtWork = "portal-at-work";

    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddRazorComponents();

        // Vietnamese letters as they are, not as numbered entities.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddDataProtection().SetApplicationName("VksServerless");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, StoredKeys>();

        // The largest table there can be: each cell as it is typed, and as it stood.
        services.Configure<FormOptions>(form => form.ValueCountLimit = 2 * 2000 * 30);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "vks-form";

            // Lax: who comes from a mail or from the issuer brings it along, and the forms in other tabs go on. No foreign form does.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.FormFieldName = FormToken.Field;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<StepUp>().AddSingleton<ReadReport>().AddSingleton<ReadReportAside>().AddSingleton<AttachUploads>();
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, Issuer>();
        services.AddAuthentication().AddCookie(SessionCookie.Scheme);
        services.AddSingleton<IConfigureOptions<AuthenticationOptions>, IssuerScheme>();
        services.AddSingleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>();
        services.AddTransient<OpenIdConnectHandler>();
        services.AddAuthorizationBuilder()
            .AddPolicy(AtWork, policy => policy.AddAuthenticationSchemes(SessionCookie.Scheme).RequireAuthenticatedUser()
                .RequireAssertion(asked => asked.Resource is HttpContext http
                    && (CallerOfRequest.IsKnown(http) || http.GetEndpoint()?.Metadata.GetMetadata<WithoutPostAttribute>() is not null)));
        foreach (var pages in typeof(PortalWeb).Assembly.GetTypes().Where(type => type.IsClass && typeof(IPages).IsAssignableFrom(type)))
        {
            services.AddSingleton(typeof(IPages), pages);
        }

        return services;
    }

    public static void MapPortal(this IEndpointRouteBuilder routes)
    {
        PortalAssets.Map(routes);
        var portal = routes.MapGroup("/portal")
            .RequireAuthorization(AtWork)
            .RequireRateLimiting(RateLimits.ByPerson)
            .AddEndpointFilter(OnlyOwnForms);
        foreach (var pages in routes.ServiceProvider.GetServices<IPages>())
        {
            pages.Map(portal);
        }
    }

    /// <summary>What a page may load and where it may send: only here, and no script within it.</summary>
    public static Task Protect(HttpContext http, RequestDelegate next)
    {
        if (IsPortal(http))
        {
            // Last of all: a fault clears what was set before it.
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.TryAdd(
                    HeaderNames.ContentSecurityPolicy,
                    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
                    + $"form-action 'self'{IssuerOf(http)}; base-uri 'none'; frame-ancestors 'none'");
                headers.TryAdd("Referrer-Policy", "same-origin");
                headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
                if (headers.TryAdd(HeaderNames.CacheControl, "no-cache, no-store"))
                {
                    headers.TryAdd(HeaderNames.Pragma, "no-cache");
                }

                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    /// <summary>Whose session it is, before anything is counted against him.</summary>
    public static async Task Recognise(HttpContext http, RequestDelegate next)
    {
        if (IsPortal(http) && !PortalAssets.Is(http.Request.Path))
        {
            await http.AuthenticateAsync(SessionCookie.Scheme);
        }

        await next(http);
    }

    /// <summary>Signing out goes on to the issuer, which the browser counts as the form's doing.</summary>
    private static string IssuerOf(HttpContext http) =>
        Uri.TryCreate(http.RequestServices.GetRequiredService<IConfiguration>()["SignIn:Authority"], UriKind.Absolute, out var authority)
            ? $" {authority.GetLeftPart(UriPartial.Authority)}"
            : "";

    public static bool IsPortal(HttpContext http) => http.Request.Path.StartsWithSegments("/portal");

    private static async ValueTask<object?> OnlyOwnForms(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return await next(context);
        }

        if (IsSigningOutLate(http))
        {
            return await next(context);
        }

        if (!http.Request.HasFormContentType || IsOfForeignPage(http.Request)
            || !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            return PageResult.Of<StalePage>(status: StatusCodes.Status400BadRequest);
        }

        var answer = await next(context);
        if (http.Request.Form.ContainsKey(HeldPages.Field) && !StepUp.IsAsked(http) && Visitor.Of(http) is { } visitor)
        {
            await http.RequestServices.GetRequiredService<IHeldForms>().Drop(visitor.Person, http.RequestAborted);
        }

        return answer;
    }

    /// <summary>With the session over nobody's name is on the form; the issuer is still to forget whose it was.</summary>
    private static bool IsSigningOutLate(HttpContext http) =>
        http.Request.Path == SignInPages.OutAddress && Visitor.Of(http) is null && !IsOfForeignPage(http.Request);

    public static bool IsOfForeignPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].Any(site => site is not ("same-origin" or "none"));
}
