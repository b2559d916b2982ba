using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Local.Bus;
using VksServerless.Local.Clock;
using VksServerless.Local.Host;
using VksServerless.SampleApp;

namespace VksServerless.Local.Tests;

/// <summary>The sample application on a folder of its own; it may be stopped and started as often as a test likes.</summary>
public sealed class Sample : IAsyncDisposable
{
    public static readonly IReadOnlyList<Subscription> Subscriptions =
    [
        new("events", "each", ["single", "other", "bulk"]),
        new("events", "many", ["bulk"]),
        new("events", "work", ["work"]),
    ];

    private readonly bool _ownsFolder;

    public Sample(string? folder = null)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("vks-local-").FullName;
    }

    public string Folder { get; }

    public SimulatedClock Clock { get; init; } = new(new DateTimeOffset(2026, 3, 1, 0, 30, 0, TimeSpan.Zero));

    public Journal Journal { get; init; } = new();

    public BusOptions Bus { get; init; } = new() { FirstWait = TimeSpan.FromMilliseconds(1), LongestWait = TimeSpan.FromMilliseconds(2) };

    public LocalHost Host { get; private set; } = null!;

    public DurableTaskClient Durable => Host.Services.GetRequiredService<DurableTaskClient>();

    public static async Task<Sample> Started(string? folder = null)
    {
        var sample = new Sample(folder);
        await sample.Start();
        return sample;
    }

    public async Task Start() => Host = await LocalHost.Start(new LocalHostOptions
    {
        DataFolder = Folder,
        App = typeof(Journal).Assembly,
        Clock = Clock,
        Bus = Bus,
        Subscriptions = Subscriptions,
        ConfigureServices = services => services.AddSingleton(Journal),
        ConfigureLogging = _ => { },
    });

    public async Task Restart()
    {
        await Host.DisposeAsync();
        await Start();
    }

    public async Task<string> Output(string instance)
    {
        var metadata = await Durable.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true);
        metadata.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed, metadata.FailureDetails?.ToString());
        return metadata.ReadOutputAs<string>()!;
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }

        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
