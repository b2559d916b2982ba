using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using VksServerless.Notices;
using VksServerless.Web.Api;
using VksServerless.Web.Api.Health;
using VksServerless.Web.Api.Publications;
using VksServerless.Web.Door;
using VksServerless.Web.Door.OpenApi;
using VksServerless.Web.Portal;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web;

/// <summary>The web side of the reporting system, the same behind both doors: who comes in, what is asked, what is answered.</summary>
public static class ReportingWeb
{
    /// <summary>
    /// Beside this a door registers the use cases with their stores, the settings, the clock, and as
    /// <see cref="Microsoft.IdentityModel.Tokens.BaseConfigurationManager"/> where the token issuer's keys come from.
    /// </summary>
    public static IServiceCollection AddReportingWeb(this IServiceCollection services)
    {
        services.AddRouting();
        services.AddProblemDetails();
        services.AddExceptionHandler<PortalFaults>();
        services.AddExceptionHandler<Faults>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, BearerTokens>();
        services.AddAuthorizationBuilder().SetDefaultPolicy(new AuthorizationPolicyBuilder(JwtBearerDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser()
            .RequireAssertion(asked => asked.Resource is HttpContext http && CallerOfRequest.MayEnter(http))
            .Build());
        services.AddRateLimiter(_ => { });
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>, RateLimits>();
        services.PostConfigure<HealthCheckServiceOptions>(HealthWatch.LimitChecks);
        services.AddSingleton<HealthWatch>();
        services.AddApiDescription();
        services.AddSingleton<FrozenPublication>().AddSingleton<WaitingDocument>();
        services.AddPortal();
        foreach (var endpoints in typeof(ReportingWeb).Assembly.GetTypes()
            .Where(type => type.IsClass && typeof(IEndpoints).IsAssignableFrom(type)))
        {
            services.AddSingleton(typeof(IEndpoints), endpoints);
        }

        return services;
    }

    /// <param name="more">The door's own routes.</param>
    public static void UseReportingWeb(this IApplicationBuilder app, Action<IEndpointRouteBuilder>? more = null)
    {
        app.Use(PortalWeb.Protect);
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => PortalWeb.IsPortal(context.HttpContext)
            ? PortalFaults.Fill(context.HttpContext)
            : EmptyAnswers.Fill(context.HttpContext));
        app.UseRouting();
        app.UseAuthentication();
        app.Use(RequestSpan.Describe);
        app.Use(PortalWeb.Recognise);
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseEndpoints(routes =>
        {
            var api = routes.MapGroup("/api").RequireAuthorization().RequireRateLimiting(RateLimits.ByPerson);
            foreach (var endpoints in routes.ServiceProvider.GetServices<IEndpoints>())
            {
                endpoints.Map(api);
            }

            routes.MapPortal();
            routes.MapGet("/", () => Results.LocalRedirect(PortalPath.Home));
            more?.Invoke(routes);
        });
    }
}
