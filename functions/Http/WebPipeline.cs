using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using VksServerless.Web;

namespace VksServerless.Functions.Http;

/// <summary>The web side of the reporting system, built once, for requests that the Functions host has routed to a trigger.</summary>
public sealed class WebPipeline(IServiceProvider services)
{
    private readonly RequestDelegate _pipeline = Build(services);

    public Task Answer(HttpRequest request)
    {
        var http = request.HttpContext;

        // The endpoint and the values are of the trigger's route; the pipeline finds its own.
        http.SetEndpoint(null);
        request.RouteValues.Clear();
        return _pipeline(http);
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseReportingWeb();
        return app.Build();
    }
}
