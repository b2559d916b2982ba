using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using VksServerless.SampleApp;

[assembly: WorkerExtensionStartup(typeof(SampleApplication))]

namespace VksServerless.SampleApp;

/// <summary>Composes itself as the real application does.</summary>
public sealed class SampleApplication : WorkerExtensionStartup
{
    public override void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder)
    {
        applicationBuilder.Services.TryAddSingleton<Journal>();
        applicationBuilder.Services.AddScoped<ScopeMark>();
        applicationBuilder.UseMiddleware<HeaderMiddleware>();
    }
}

/// <summary>Shows that middleware runs, and that it reaches the HTTP context and the scope of its function.</summary>
public sealed class HeaderMiddleware : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            http.Response.Headers["x-function"] = context.FunctionDefinition.Name;
            context.InstanceServices.GetRequiredService<ScopeMark>().Text = "marked";
        }

        return next(context);
    }
}

public sealed class ScopeMark
{
    public string Text { get; set; } = "";
}
