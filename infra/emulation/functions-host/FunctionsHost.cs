using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using VksServerless.Azure;
using VksServerless.Emulation.FunctionsHost.Administration;
using VksServerless.Emulation.FunctionsHost.Bus;
using VksServerless.Emulation.FunctionsHost.Durable;
using VksServerless.Emulation.FunctionsHost.Functions;
using VksServerless.Emulation.FunctionsHost.Http;
using VksServerless.Emulation.FunctionsHost.Timers;
using VksServerless.Emulation.FunctionsHost.Workers;
using Yarp.ReverseProxy.Forwarder;

namespace VksServerless.Emulation.FunctionsHost;

/// <summary>The host as a whole: a worker, then what calls its functions, then HTTP.</summary>
internal static class FunctionsHost
{
    /// <summary>As the templates set it on Azure.</summary>
    private const long LargestRequest = 120_000_000;

    private static readonly TimeSpan LongestWithoutParent = TimeSpan.FromSeconds(20);

    /// <summary>Until the process is told to end (SIGINT, SIGTERM); then what runs is let run out.</summary>
    public static async Task Run(AppOptions options)
    {
        // The Durable extension asks for it.
        Environment.SetEnvironmentVariable("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated");
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var clock = EmulatedClock.From(settings);
        await using var web = Build(options);
        var workers = web.Services.GetRequiredService<WorkerPool>();
        var invoker = web.Services.GetRequiredService<Invoker>();
        var log = web.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Host");

        await using var calls = await WorkerCalls.Listen(workers);
        await using var stopped = workers;
        workers.Start(calls.Address);
        var functions = (await (await workers.Current(CancellationToken.None)).Loaded).Functions;
        var hostJson = HostJson.Of(options.App);
        await using var durable = await DurableHost.Start(functions, hostJson, invoker);
        await using var bus = settings["ServiceBus"] is { Length: > 0 } connection
            ? await BusFunctions.Start(connection, functions, hostJson, invoker, log)
            : null;
        await using var single = new SingleHost(settings["AzureWebJobsStorage"]!);
        await using var timers = new TimerFunctions(functions, clock, invoker, single, log);

        web.Services.GetRequiredService<HttpFunctions>().Map(web, functions, hostJson.RoutePrefix);
        new HostAdministration(workers, functions, durable, timers).Map(web);
        await web.StartAsync();
        Console.WriteLine($"Listening on {web.Urls.Single()}");
        StopWithParent(web);
        await web.WaitForShutdownAsync();
    }

    /// <summary>
    /// Its standard input is closed when the process that started it has ended. That process may also have run the storage and the bus, so
    /// a shutdown that waits for them is cut short.
    /// </summary>
    private static void StopWithParent(WebApplication web)
    {
        if (Console.IsInputRedirected)
        {
            _ = Task.Run(async () =>
            {
                await Console.OpenStandardInput().CopyToAsync(Stream.Null);
                _ = web.StopAsync();
                await Task.Delay(LongestWithoutParent);
                Process.GetCurrentProcess().Kill();
            });
        }
    }

    private static WebApplication Build(AppOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddFilter("Yarp", LogLevel.Warning)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Listen(IPAddress.Loopback, options.Port);
            server.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.AddSingleton(options).AddSingleton<WorkerPool>().AddSingleton<Invoker>().AddSingleton<HttpFunctions>()
            .AddHttpForwarder().AddHostFiltering(only => only.AllowedHosts = ["localhost", "127.0.0.1"]);
        var web = builder.Build();
        web.UseHostFiltering();
        return web;
    }
}
