using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VksServerless.Application.Units;
using VksServerless.Faults.Faults;
using VksServerless.Server.Access;
using VksServerless.Server.Clock;
using VksServerless.Server.Hosting;
using VksServerless.Server.Storage;
using VksServerless.Storage;
using VksServerless.Units;

namespace VksServerless.Faults.Cycle;

/// <summary>The edition in this process, on a clock that the test moves.</summary>
internal sealed class Stage : IStage, IAsyncDisposable
{
    private const int MostLooks = 300;
    private const double Growth = 1.2;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(5);

    /// <summary>What has failed comes again after a few seconds at first.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(31);

    private readonly Api _api;

    private readonly LastWords _lastWords;
    private TimeSpan _patience;

    private Stage(ReportingServer server, SimulatedClock clock, string folder, LastWords lastWords)
    {
        (Server, Clock, Folder, _lastWords) = (server, clock, folder, lastWords);
        _api = Client();
    }

    public ReportingServer Server { get; }

    public SimulatedClock Clock { get; }

    public string Folder { get; }

    public string Mails => Path.Combine(Folder, "mails");

    /// <summary>Whether no message and no mail waits for its time.</summary>
    public bool NothingWaits => Server.Services.GetRequiredService<SqliteDatabase>().Read(session => (long)session.Value(
        "select (select count(*) from deliveries) + (select count(*) from rows where key >= 'w|' and key < 'w}')")!) == 0;

    public static async Task<Stage> Start(
        string folder, UnitDirectory directory, FaultPlan? plan =
            null, DateTimeOffset? now = null, Action<IServiceCollection>? configure = null, TimeSpan? patience = null)
    {
        var lastWords = new LastWords();
        var clock = new SimulatedClock(now ?? Campaign.Start);
        var server = await ReportingServer.Start(
            new ServerOptions(folder)
            {
                Clock = clock,
                Directory = directory,
                ConfigureLogging = logging => logging.AddProvider(lastWords),
                ConfigureServices = services =>
                {
                    if (plan is not null)
                    {
                        services.AddSingleton<IRowStore>(
                            provider => new FailingRowStore(ActivatorUtilities.CreateInstance<SqliteRowStore>(provider), plan));
                        services.AddSingleton<IBlobStore>(
                            provider => new FailingBlobStore(ActivatorUtilities.CreateInstance<FileBlobStore>(provider), plan));
                    }

                    configure?.Invoke(services);
                },
            },
            CancellationToken.None);
        return new Stage(server, clock, folder, lastWords) { _patience = patience ?? Patience };
    }

    /// <summary>Takes every answer as it is.</summary>
    public Api Client() => new(Server.Address, Server.Services.GetRequiredService<SampleIssuer>().TokenFor);

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
        while (Server.NextTimer is { } next && next <= instant)
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

    /// <summary>Until nothing is left to be done. What waits for the clock, such as what comes again after a fault, gets it.</summary>
    public async Task Settle()
    {
        var patience = _patience;
        for (var look = 0; look < MostLooks; look++)
        {
            try
            {
                await Server.WhenQuiet().WaitAsync(patience);
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
        await Server.DisposeAsync();
    }

    private InvalidOperationException Stuck(string how) => new(
        $"The edition {how} at {Clock.GetUtcNow():O}; next timer {Server.NextTimer:O}; waiting: {string.Join(", ", WhatWaits())}. Its last words: {_lastWords}");

    private List<string> WhatWaits() => Server.Services.GetRequiredService<SqliteDatabase>().Read(session => session.All(
        "select subscription || ' ' || id || ' ' || attempt from deliveries union all select key || ' of ' || partition from rows where key >= 'w|' and key < 'w}' limit 20",
        row => row.GetString(0)));
}
