using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VksServerless.Application.Notices;
using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.Server.Access;
using VksServerless.Server.Clock;
using VksServerless.Server.Hosting;

namespace VksServerless.EndToEnd;

/// <summary>The whole system in this process, on a folder of its own, at a clock that stands still until it is moved.</summary>
public sealed partial class AHost : IAsyncLifetime, IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vks-e2e-");
    private readonly FaultLog _log = new();
    private ReportingServer? _host;
    private HttpClient? _http;

    public SimulatedClock Clock { get; private init; } = new(Morning);

    public Uri Address => _host!.Address;

    public HttpClient Http => _http!;

    private Action<IServiceCollection> Configure { get; init; } = _ => { };

    private IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    private bool HasSamplePeople { get; init; } = true;

    public string DataFolder => _folder.FullName;

    public IServiceProvider Services => _host!.Services;

    /// <param name="configure">What is registered in place of the system's own.</param>
    /// <param name="from">Null: the morning of 01/06/2018.</param>
    /// <param name="samplePeople">False: people sign in at the issuer that the settings name.</param>
    public static async Task<AHost> Start(
        Action<IServiceCollection>? configure = null, DateTimeOffset? from = null, IReadOnlyDictionary<string, string?>? settings = null,
        bool samplePeople = true)
    {
        var host = new AHost
        {
            Configure = configure ?? (_ => { }),
            Clock = new SimulatedClock(from ?? Morning),
            Settings = settings ?? new Dictionary<string, string?>(),
            HasSamplePeople = samplePeople,
        };
        await host.InitializeAsync();
        return host;
    }

    public async Task InitializeAsync()
    {
        _host = await ReportingServer.Start(
            new ServerOptions(_folder.FullName)
            {
                Clock = Clock,
                ConfigureLogging = logging => logging.AddProvider(_log),
                ConfigureServices = Configure,
                Settings = Settings,
                SamplePeople = HasSamplePeople,
            },
            CancellationToken.None);
        _http = new HttpClient { BaseAddress = new Uri(_host.Address, "/api/"), Timeout = TimeSpan.FromMinutes(2) };
    }

    public string TokenFor(SamplePerson person) => _host!.Services.GetRequiredService<SampleIssuer>().TokenFor(person);

    public Task WhenQuiet() => _host!.WhenQuiet();

    /// <summary>Sets the clock, and nothing else.</summary>
    public Task SetClock(DateTimeOffset instant)
    {
        Clock.Set(instant);
        return Task.CompletedTask;
    }

    /// <summary>Moves the clock on, and everything is done at its time.</summary>
    public Task Play(DateTimeOffset to) => _host!.Play(Clock, to);

    /// <summary>What it took for a fault so far; at its end there is to be no other.</summary>
    public IReadOnlyCollection<string> TakeFaults() => _log.Take();

    /// <summary>What the mails of a cycle say.</summary>
    public async Task<string> MailTexts(string cycle) => string.Join('\n', (await TextsOf(cycle)).Select(mail => mail.Text));

    public async Task<IReadOnlyList<(string To, string Text)>> TextsOf(string cycle)
    {
        await WhenQuiet();
        var mails = await Services.GetRequiredService<IMailLog>()
            .List(MailFile.Of(CycleId.Of(cycle)), 1000, null, CancellationToken.None);
        return [.. mails.Items.Select(logged => (logged.Mail.To, logged.Mail.Text))];
    }

    /// <summary>Every file that is kept, so that a test can say that nothing was left behind.</summary>
    public Task<IReadOnlyList<string>> FilesKept() => Task.FromResult<IReadOnlyList<string>>(
        [.. Directory.EnumerateFiles(Path.Combine(_folder.FullName, "blobs"), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)]);

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _folder.Delete(recursive: true);
        _log.Faults.ShouldBeEmpty();
    }
}
