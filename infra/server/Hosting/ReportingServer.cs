using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using VksServerless.Notices;
using VksServerless.Server.Access;
using VksServerless.Server.Clock;
using VksServerless.Server.Events;
using VksServerless.Server.Jobs;
using VksServerless.Server.Workflow;
using VksServerless.Web;

namespace VksServerless.Server.Hosting;

/// <summary>The whole system in one process: the API and the pages, and what goes on behind them.</summary>
public sealed class ReportingServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    // Real time, whatever the clock: somebody may have set the machine's.
    private static readonly TimeSpan ClockCheck = TimeSpan.FromSeconds(15);

    private readonly DataFolder _folder;
    private readonly WebApplication _web;
    private readonly Timer _clockCheck;
    private int _disposed;

    private ReportingServer(DataFolder folder, WebApplication web)
    {
        (_folder, _web) = (folder, web);
        _clockCheck = new Timer(_ => CheckClock(), null, ClockCheck, ClockCheck);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IServiceProvider Services => _web.Services;

    /// <summary>
    /// When the earliest cycle is looked at or message comes again. Jobs do not count: they look around whenever the clock moves.
    /// </summary>
    public DateTimeOffset? NextTimer =>
        (Services.GetRequiredService<CycleClock>().NextDue, Services.GetRequiredService<EventQueue>().NextDue) switch
        {
            ({ } cycle, { } message) => cycle < message ? cycle : message,
            var (cycle, message) => cycle ?? message,
        };

    /// <summary>Starts it; on an empty data folder the shipped directory is loaded.</summary>
    /// <exception cref="DataFolderException">The data folder cannot be used; the message says why and what to do.</exception>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static async Task<ReportingServer> Start(ServerOptions options, CancellationToken cancellation = default)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(options.Settings).AddEnvironmentVariables().Build();
        ServerSettings.Check(settings);
        ServerSettings.CheckSignIn(options, settings);
        ServerSettings.CheckPort(options.Listen, options.Port);
        var folder = DataFolder.Open(options.DataFolder, options.Clock.GetUtcNow());
        ReportingServer? server = null;
        try
        {
            Directory.CreateDirectory(options.Mail.Folder);
            server = new ReportingServer(folder, Build(options, folder));
            await server._web.StartAsync(cancellation);
            return server;
        }
        catch
        {
            await Storage.Quietly.Do(async () => await (server?.DisposeAsync() ?? folder.DisposeAsync()));
            throw;
        }
    }

    /// <summary>Until the process is told to end (SIGINT, SIGTERM).</summary>
    public Task WhenStopped() => _web.WaitForShutdownAsync();

    /// <summary>Until nothing is left to be done while the clock stands still: no request, delivery, step of a cycle or job.</summary>
    /// <exception cref="TimeoutException">It was called off before; the message says what was left.</exception>
    public async Task WhenQuiet(CancellationToken cancellation = default)
    {
        var workload = Services.GetRequiredService<Workload>();
        do
        {
            CheckClock();
            try
            {
                await workload.WhenIdle().WaitAsync(cancellation);
            }
            catch (OperationCanceledException called)
            {
                throw new TimeoutException($"Still to be done: {workload}.", called);
            }
        }
        while (workload.Count > 0);
    }

    /// <summary>Moves the clock on, from one timer to the next, and lets everything be done at its time.</summary>
    public async Task Play(SimulatedClock clock, DateTimeOffset to, CancellationToken cancellation = default)
    {
        await WhenQuiet(cancellation);
        while (NextTimer is { } next && next <= to)
        {
            clock.Advance(next);
            await WhenQuiet(cancellation);
        }

        clock.Advance(to);
        await WhenQuiet(cancellation);
    }

    /// <summary>Does what has become due, also when the clock was set instead of having run on.</summary>
    public void CheckClock()
    {
        Services.GetRequiredService<CycleClock>().CheckTimers();
        Services.GetRequiredService<EventQueue>().CheckTimers();
        Services.GetRequiredService<JobRunner>().Check();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _clockCheck.DisposeAsync();
        try
        {
            await _web.StopAsync(CancellationToken.None);
            await _web.DisposeAsync();
        }
        catch
        {
            await Storage.Quietly.Do(async () => await _folder.DisposeAsync());
            throw;
        }

        await _folder.DisposeAsync();
    }

    private static WebApplication Build(ServerOptions options, DataFolder folder)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        if (options.ConfigureLogging is { } configureLogging)
        {
            builder.Logging.ClearProviders();
            configureLogging(builder.Logging);
        }

        builder.WebHost.ConfigureKestrel(server => ServerLimits.Apply(server, options));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);
        ServerServices.Add(builder.Services, builder.Configuration, options, folder);
        var web = builder.Build();
        web.UseMiddleware<CountRequests>();
        if (options.Proxies.Count > 0)
        {
            web.UseForwardedHeaders();
        }

        web.Use(new HostNames(web.Configuration).Check);
        if (options.SamplePeople)
        {
            _ = web.Services.GetRequiredService<SampleIssuer>();
            web.Use(LocalSignIn.RefuseForeignPages);
        }

        web.UseReportingWeb(routes =>
        {
            routes.MapGet("/favicon.ico", () => Results.NoContent());
            if (options.SamplePeople)
            {
                LocalSignIn.Map(routes);
            }
        });

        return web;
    }
}
