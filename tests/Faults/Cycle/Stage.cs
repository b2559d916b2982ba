using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VksServerless.Faults.Faults;
using VksServerless.Local.Access;
using VksServerless.Local.Bus;
using VksServerless.Local.Clock;
using VksServerless.Local.Edition;
using VksServerless.Local.Functions;
using VksServerless.Local.Host;
using VksServerless.Local.Storage;
using VksServerless.Storage;
using VksServerless.Units;

namespace VksServerless.Faults.Cycle;

/// <summary>The edition in this process, on a clock that the test moves.</summary>
internal sealed class Stage : IStage, IAsyncDisposable
{
    public static Assembly App { get; } = AppAssembly.Load(PathOf("App"));

    private const int MostLooks = 300;
    private const double Growth = 1.2;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(5);

    /// <summary>A little more than the sweep's interval, so that what a fault left behind is taken up.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(31);

    private readonly Api _api;

    private readonly LastWords _lastWords;
    private TimeSpan _patience;

    private Stage(LocalHost host, SimulatedClock clock, string folder, LastWords lastWords)
    {
        (Host, Clock, Folder, _lastWords) = (host, clock, folder, lastWords);
        _api = Client();
    }

    public LocalHost Host { get; }

    public SimulatedClock Clock { get; }

    public string Folder { get; }

    public string Mails => Path.Combine(Folder, "mails");

    /// <summary>Whether no message and no mail waits for its time.</summary>
    public bool NothingWaits => Host.Services.GetRequiredService<SqliteDatabase>().Read(session => (long)session.Value(
        "select (select count(*) from bus_deliveries) + (select count(*) from rows where key >= 'w|' and key < 'w}')")!) == 0;

    public static async Task<Stage> Start(
        string folder, UnitDirectory directory, FaultPlan? plan = null, DateTimeOffset? now = null, Action<IServiceCollection>? configure = null, TimeSpan? patience = null)
    {
        var lastWords = new LastWords();
        var clock = new SimulatedClock(now ?? Campaign.Start);
        var host = await SingleMachine.Start(
            new SingleMachineOptions(folder, App)
            {
                Clock = clock,
                Directory = directory,
                Bus = new BusOptions { FirstWait = TimeSpan.FromMilliseconds(5), LongestWait = TimeSpan.FromMilliseconds(20) },
                ConfigureLogging = logging => logging.AddProvider(lastWords),
                ConfigureServices = services =>
                {
                    if (plan is not null)
                    {
                        services.AddSingleton<IRowStore>(provider => new FailingRowStore(ActivatorUtilities.CreateInstance<SqliteRowStore>(provider), plan));
                        services.AddSingleton<IBlobStore>(provider => new FailingBlobStore(ActivatorUtilities.CreateInstance<FileBlobStore>(provider), plan));
                    }

                    configure?.Invoke(services);
                },
            },
            CancellationToken.None);
        return new Stage(host, clock, folder, lastWords) { _patience = patience ?? Patience };
    }

    /// <summary>Takes every answer as it is.</summary>
    public Api Client() => new(Host.Address, Host.Services.GetRequiredService<SampleIssuer>().TokenFor);

    public async Task<Answer> Try(Func<Api, Task<Answer>> request)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            var answer = await request(_api);
            if (answer.Status < 500)
            {
                return answer;
            }
        }

        throw Stuck("gets over no fault");
    }

    public async Task PlayTo(DateTimeOffset instant)
    {
        await Settle();
        while (Host.NextTimer is { } next && next <= instant)
        {
            Clock.Advance(next);
            await Settle();
        }

        Clock.Advance(instant);
        await Settle();
    }

    public async Task Until(Func<Task<bool>> holds)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            await Settle();
            if (await holds())
            {
                return;
            }

            Clock.Advance(Moment);
        }

        throw Stuck("does not go on");
    }

    /// <summary>Until nothing is left to be done. What waits for the clock, such as the outbox's sweep after a fault, gets it.</summary>
    public async Task Settle()
    {
        var patience = _patience;
        for (var look = 0; look < MostLooks; look++)
        {
            try
            {
                await Host.WhenQuiet().WaitAsync(patience);
                return;
            }
            catch (TimeoutException)
            {
                Clock.Advance(Moment);
                patience = patience < MostPatience ? patience * Growth : MostPatience;
            }
        }

        throw Stuck("never comes to rest");
    }

    public async ValueTask DisposeAsync()
    {
        _api.Dispose();
        await Host.DisposeAsync();
    }

    private InvalidOperationException Stuck(string how) => new($"The edition {how} at {Clock.GetUtcNow():O}. Its last words: {_lastWords}");

    public static string PathOf(string name) => typeof(Stage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == name).Value!;
}
