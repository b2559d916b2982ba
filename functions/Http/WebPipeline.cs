using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using VksServerless.Notices;
using VksServerless.Web;

namespace VksServerless.Functions.Http;

/// <summary>The web side of the reporting system, built once, for requests that the Functions host has routed to a trigger.</summary>
public sealed class WebPipeline(IServiceProvider services, Portal portal)
{
    private readonly RequestDelegate _pipeline = Build(services);

    public async Task Answer(HttpRequest request)
    {
        var http = request.HttpContext;

        // A function runs beside the request, in the trace of its invocation; without a listener that has none.
        Activity.Current ??= http.Features.Get<IHttpActivityFeature>()?.Activity;

        // Between the browser and here stand the front door and the host: where the sign-in comes back to is the public address.
        if (portal.Address is { Length: > 0 } address)
        {
            var site = new Uri(address);
            (request.Scheme, request.Host) = (site.Scheme, HostString.FromUriComponent(site));
        }

        // The endpoint and the values are of the trigger's route; the pipeline finds its own.
        http.SetEndpoint(null);
        request.RouteValues.Clear();
        await _pipeline(http);

        // A response without a body would begin only after the invocation, whose services have then ended.
        if (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.StartAsync(CancellationToken.None);
        }
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseReportingWeb();
        return app.Build();
    }
}
