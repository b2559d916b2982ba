using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VksServerless.Application.Events;
using VksServerless.Server.Clock;
using VksServerless.Server.Hosting;
using VksServerless.Server.Storage;
using VksServerless.Storage;
using VksServerless.Storage.Events;

namespace VksServerless.Server.Tests;

/// <summary>A server on a folder of its own; it may be stopped and started as often as a test likes.</summary>
public sealed class Sample : IAsyncDisposable
{
    private readonly bool _ownsFolder;

    public Sample(string? folder = null)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("vks-server-").FullName;
    }

    public string Folder { get; }

    public SimulatedClock Clock { get; init; } = new(new DateTimeOffset(2026, 3, 1, 0, 30, 0, TimeSpan.Zero));

    public Journal Journal { get; init; } = new();

    /// <summary>Null: the real listeners.</summary>
    public Action<IServiceCollection>? Configure { get; init; }

    public bool HasOwnListeners { get; init; }

    public ReportingServer Server { get; private set; } = null!;

    public IRowStore Rows => Server.Services.GetRequiredService<IRowStore>();

    internal SqliteDatabase Database => Server.Services.GetRequiredService<SqliteDatabase>();

    public static async Task<Sample> Started(string? folder = null)
    {
        var sample = new Sample(folder);
        await sample.Start();
        return sample;
    }

    public async Task Start() => Server = await ReportingServer.Start(new ServerOptions(Folder)
    {
        Clock = Clock,
        ConfigureServices = services =>
        {
            if (!HasOwnListeners)
            {
                Listen(services, Journal);
            }

            Configure?.Invoke(services);
        },
        ConfigureLogging = _ => { },
    });

    public async Task Restart()
    {
        await Server.DisposeAsync();
        await Start();
    }

    public Task Commit(params IEnumerable<ReportingEvent> events) => Commit([.. events.Select(EventEnvelope.Write)]);

    public Task Commit(params OutboxMessage[] messages) => Rows.Commit("sample", [], messages, CancellationToken.None);

    public static OutboxMessage Unreadable(string id, ReportingEvent subjectOf) =>
        new(id, subjectOf.Subject, Encoding.UTF8.GetBytes("{ no event"));

    public async Task<IReadOnlyList<SetAsideMessage>> SetAside() =>
        (await Server.Services.GetRequiredService<ISetAsideMessages>().List(1000, null, CancellationToken.None)).Items;

    public long Open() => Database.Read(session => (long)session.Value("select count(*) from deliveries")!);

    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }

        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    internal static void Listen(IServiceCollection services, Journal journal)
    {
        services.RemoveAll<IListener>();
        foreach (var subscription in Subscriptions.All.Keys)
        {
            services.AddSingleton<IListener>(new JournalListener(subscription, journal));
        }
    }
}
