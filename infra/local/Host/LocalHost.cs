using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using VksServerless.Local.Bus;
using VksServerless.Local.Clock;
using VksServerless.Local.Durable;
using VksServerless.Local.Functions;
using VksServerless.Local.Http;
using VksServerless.Local.Schedules;
using VksServerless.Local.Storage;

namespace VksServerless.Local.Host;

/// <summary>The single-machine edition: the application's functions on this machine's disk and loopback address.</summary>
public sealed class LocalHost : IAsyncDisposable
{
    // Real time, whatever the clock: somebody may have set the machine's.
    private static readonly TimeSpan ClockCheck = TimeSpan.FromSeconds(15);

    private readonly FolderLock _folder;
    private readonly SqliteDatabase _database;
    private readonly WebApplication _web;
    private readonly Timer _clockCheck;
    private int _disposed;

    private LocalHost(FolderLock folder, SqliteDatabase database, WebApplication web)
    {
        (_folder, _database, _web) = (folder, database, web);
        _clockCheck = new Timer(_ => CheckClock(), null, ClockCheck, ClockCheck);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public IServiceProvider Services => _web.Services;

    /// <summary>
    /// When the earliest timer of an orchestration or scheduled message is due. Timer functions do not count: they sweep,
    /// whenever the clock moves.
    /// </summary>
    public DateTimeOffset? NextTimer =>
        (Services.GetRequiredService<DurableEngine>().NextTimer, Services.GetRequiredService<BusPump>().NextScheduled) switch
        {
            ({ } timer, { } message) => timer < message ? timer : message,
            var (timer, message) => timer ?? message,
        };

    /// <exception cref="DataFolderInUseException">Another host runs on the data folder.</exception>
    public static async Task<LocalHost> Start(LocalHostOptions options, CancellationToken cancellation = default)
    {
        var folder = FolderLock.Take(options.DataFolder);
        var host = Build(options, folder);
        try
        {
            host.Services.GetRequiredService<BusPump>().Start();
            host.Services.GetRequiredService<DurableEngine>().Start();
            host.Services.GetRequiredService<ScheduleRunner>().Start();
            await host._web.StartAsync(cancellation);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Until the process is told to end (SIGINT, SIGTERM).</summary>
    public Task WhenStopped() => _web.WaitForShutdownAsync();

    /// <summary>
    /// Until nothing is left to be done while the clock stands still: no request, outbox row, delivery, activity, due timer
    /// or runnable orchestration.
    /// </summary>
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

    /// <summary>Fires what has become due, also when the clock was set instead of having run on.</summary>
    public void CheckClock()
    {
        Services.GetRequiredService<DurableEngine>().CheckTimers();
        Services.GetRequiredService<BusPump>().CheckScheduled();
        Services.GetRequiredService<ScheduleRunner>().Check();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _clockCheck.DisposeAsync();
        await _web.StopAsync(CancellationToken.None);
        await Services.GetRequiredService<ScheduleRunner>().DisposeAsync();
        await Services.GetRequiredService<BusPump>().DisposeAsync();
        await Services.GetRequiredService<DurableEngine>().DisposeAsync();
        await _web.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private static LocalHost Build(LocalHostOptions options, FolderLock folder)
    {
        SqliteDatabase? database = null;
        try
        {
            database = new SqliteDatabase(Path.Combine(options.DataFolder, "vks.db"));
            return new LocalHost(folder, database, Build(options, database));
        }
        catch
        {
            database?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            folder.Dispose();
            throw;
        }
    }

    private static WebApplication Build(LocalHostOptions options, SqliteDatabase database)
    {
        var functions = FunctionDescriptor.All(options.App);
        var hostJson = HostJson.Beside(options.App.Location);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        if (options.ConfigureLogging is { } configureLogging)
        {
            builder.Logging.ClearProviders();
            configureLogging(builder.Logging);
        }

        builder.WebHost.ConfigureKestrel(server => ServerLimits.Apply(server, options.Port));
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));
        var application = new LocalApplicationBuilder(builder.Services);

        // Before the application, which builds upon the stores that it finds.
        LocalServices.Add(builder.Services, options, database, functions, application, hostJson);
        application.Compose(options.App);
        options.ConfigureServices(builder.Services);
        var web = builder.Build();
        web.UseStatusCodePages(context => NoBody.Answer(context.HttpContext));
        web.Use(options.Enter);
        web.Services.GetRequiredService<HttpFunctions>().Map(web, hostJson.RoutePrefix, functions);
        options.MapEndpoints(web);
        return web;
    }
}
