using System.Net;
using System.Net.Sockets;
using VksServerless.Application.Events;
using VksServerless.Application.Units;
using VksServerless.Documents.People;
using VksServerless.Documents.Units;
using VksServerless.Emulation.Bus;
using VksServerless.Emulation.Host;
using VksServerless.Emulation.Issuer;
using VksServerless.Emulation.Mail;
using VksServerless.Emulation.OpenId;
using VksServerless.Emulation.Storage;
using VksServerless.Server.Access;
using VksServerless.Server.Hosting;
using VksServerless.Units;

namespace VksServerless.Emulation;

/// <summary>
/// The Azure door on this machine: the published app under a Functions host with the genuine Durable extension, storage on Azurite, a
/// broker for Service Bus, a mail service, issuers for programs and for browsers. Every process ends with this one.
/// </summary>
public sealed partial class AzureOnThisMachine : IAsyncDisposable
{
    /// <summary>The event by which the app's orchestrations look again.</summary>
    private const string WakeUp = "WakeUp";

    /// <summary>Keeps the register until it names an administrator, who is the same.</summary>
    private static readonly SamplePerson Administrator = SamplePeople.Central.Single(person => person.Role == "administrator");

    private readonly AzureParts _parts;
    private readonly AzureOptions _options;
    private readonly AzuriteServer _azurite;
    private readonly WebApplication _services;
    private readonly ClockFile _clock;
    private readonly SampleIssuer _issuer;
    private readonly OpenIdServer _signIn;
    private readonly int _port;
    private readonly List<HostProcess> _hosts = [];

    private AzureOnThisMachine(
        AzureParts parts, AzureOptions options, AzuriteServer azurite, StorageMeter appStorage, StorageMeter hostStorage,
        ServiceBusBroker bus, OpenIdServer signIn, ClockFile clock)
    {
        (_parts, _options, _azurite, AppStorage, HostStorage, Bus, _signIn, _clock) =
            (parts, options, azurite, appStorage, hostStorage, bus, signIn, clock);
        _port = options.Port == 0 ? FreePort() : options.Port;
        _issuer = new SampleIssuer(parts.Data, clock);
        _services = Build();
    }

    /// <summary>Of the API.</summary>
    public Uri Address => _hosts[0].Address;

    /// <summary>Of the page that shows what goes on behind it.</summary>
    public Uri Page => new(_services.Urls.Single());

    public TimeProvider Clock => _clock;

    public MailService Mail { get; } = new();

    public ServiceBusBroker Bus { get; }

    /// <summary>Of everything that is stored, past the meters.</summary>
    internal string StorageConnection => _azurite.ConnectionString;

    internal StorageMeter AppStorage { get; }

    internal StorageMeter HostStorage { get; }

    internal IReadOnlyList<HostProcess> Hosts => _hosts;

    /// <summary>How often the app and the host asked each service for what.</summary>
    public IEnumerable<KeyValuePair<StorageOperation, long>> StorageUse => AppStorage.Counts.Concat(HostStorage.Counts);

    /// <exception cref="InvalidOperationException">A part is missing or does not start.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<AzureOnThisMachine> Start(AzureParts parts, AzureOptions options)
    {
        ServerSettings.CheckPort(IPAddress.Loopback, options.Port);
        var clock = new ClockFile(Path.Combine(parts.Data, "clock"));
        if (options.Now is { } instant)
        {
            clock.Set(instant);
        }

        var azurite = await AzuriteServer.Start(parts.Azurite, parts.Storage);
        var door = new AzureOnThisMachine(
            parts, options, azurite, await StorageMeter.Start(azurite, "app"), await StorageMeter.Start(azurite, "host"),
            ServiceBusBroker.Start(Topic(options.LockDuration), clock),
            await OpenIdServer.Start(clock, [.. SamplePeople.Central.Select(person => new OpenIdPerson(person.Id, person.Name))]), clock);
        try
        {
            await door._services.StartAsync();
            await door.AddHost(door._port);
            await door._signIn.Allow(new Uri(door.Address, "portal/signed-in"), new Uri(door.Address, "portal/signed-out"));
            return door;
        }
        catch
        {
            await door.DisposeAsync();
            throw;
        }
    }

    /// <summary>Until the process is told to end (SIGINT, SIGTERM).</summary>
    public Task WhenStopped() => _services.WaitForShutdownAsync();

    /// <summary>As the administrator does, once: the directory, and its sample people as the register.</summary>
    /// <exception cref="InvalidOperationException">They are refused.</exception>
    public async Task LoadUnits(UnitDirectory units, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        await DirectoryCsv.Write(units, file, cancellation);
        await Upload("api/units", file, cancellation);
        await LoadPeople(units, cancellation);
    }

    /// <summary>The sample people of a directory that is there already, as the first register.</summary>
    /// <exception cref="InvalidOperationException">They are refused.</exception>
    public async Task LoadPeople(UnitDirectory units, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        await PeopleCsv.Write(SamplePeople.RegisterOf(units), file, cancellation);
        await Upload("api/people", file, cancellation);
    }

    private async Task Upload(string path, MemoryStream file, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Address, path))
        {
            Content = new ByteArrayContent(file.ToArray()),
            Headers = { { "Authorization", $"Bearer {TokenFor(Administrator)}" }, { "If-None-Match", "*" } },
        };
        using var answer = await http.SendAsync(request, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}");
        }
    }

    public string TokenFor(SamplePerson person) => _issuer.TokenFor(person);

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_hosts.Select(host => host.DisposeAsync().AsTask()));
        await _services.DisposeAsync();
        await _signIn.DisposeAsync();
        await Bus.DisposeAsync();
        await AppStorage.DisposeAsync();
        await HostStorage.DisposeAsync();
        await _azurite.DisposeAsync();
        _issuer.Dispose();
    }

    /// <summary>One host more, beside those that run.</summary>
    internal async Task AddHost(int port = 0) =>
        _hosts.Add(await HostProcess.Start(_parts.Host, _parts.App, port, Settings(_options.Settings)));

    /// <summary>Ends a host and its worker as the kernel would, and starts another in its place.</summary>
    internal async Task KillHost(int number = 0)
    {
        var killed = _hosts[number];
        await killed.Kill();
        _hosts[number] = await HostProcess.Start(_parts.Host, _parts.App, killed.Address.Port, Settings(_options.Settings));
        await killed.DisposeAsync();
    }

    /// <summary>Asks a host to end, and has it no more.</summary>
    /// <returns>What it ended with.</returns>
    internal async Task<int> StopHost(int number)
    {
        var stopped = _hosts[number];
        var code = await stopped.Stop();
        _hosts.RemoveAt(number);
        await stopped.DisposeAsync();
        return code;
    }

    /// <summary>As the templates provision it, but for the time that a message stays locked to a receiver that is gone.</summary>
    private static TopicDefinition Topic(TimeSpan lockDuration) => new(
        Subscriptions.Topic, TimeSpan.FromDays(7),
        [.. Subscriptions.All.Select(subscription => new SubscriptionDefinition(
            subscription.Key, subscription.Value, lockDuration, MaxDeliveryCount: 20))]);

    private Dictionary<string, string> Settings(IReadOnlyDictionary<string, string> more)
    {
        var services = _services.Urls.Single();
        var settings = new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = _azurite.ConnectionTo(HostStorage.Addresses),
            ["Worker:AzureWebJobsStorage"] = _azurite.ConnectionTo(AppStorage.Addresses),
            ["ServiceBus"] = Bus.ConnectionString,
            ["Mail:Endpoint"] = services,
            ["Mail:Sender"] = "bao-cao@vks.example",
            ["Identity:Issuer"] = SampleIssuer.Issuer,
            ["Identity:Audience"] = SampleIssuer.Audience,
            ["Identity:Metadata"] = services + IssuerService.Metadata,
            ["People:Administrator"] = Administrator.Id,
            ["Portal:Address"] = $"http://127.0.0.1:{_port}/",
            ["SignIn:Authority"] = _signIn.Address.ToString(),
            ["SignIn:ClientId"] = _signIn.Clients.Confidential.Id,
            ["SignIn:ClientSecret"] = _signIn.Clients.Confidential.Secret!,
            ["Emulator:Clock"] = _clock.Path,
            // Nobody pays for looking into a queue here, nor waits minutes for what a host that was killed had in its hands.
            [Durable("maxQueuePollingInterval")] = "00:00:00.200",
            [Durable("controlQueueVisibilityTimeout")] = "00:01:00",
            [Durable("workItemQueueVisibilityTimeout")] = "00:01:00",
            [Durable("leaseRenewInterval")] = "00:00:03",
            [Durable("leaseAcquireInterval")] = "00:00:03",
            [Durable("leaseInterval")] = "00:00:15",
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return settings;
    }

    /// <summary>Mails and the sign-in name the address before anything listens there.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Durable(string setting) => $"AzureFunctionsJobHost:extensions:durableTask:storageProvider:{setting}";

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        builder.Services.AddHostFiltering(only => only.AllowedHosts = ["localhost", "127.0.0.1"]);
        var web = builder.Build();
        web.UseHostFiltering();
        Mail.Map(web);
        IssuerService.Map(web, _issuer);
        MachinePage.Map(web, this);
        return web;
    }
}
