using System.Collections.Concurrent;
using System.Net;
using Yarp.ReverseProxy.Forwarder;

namespace VksServerless.Emulation.Storage;

/// <summary>
/// Stands between the storage account and one caller of it, the app or the Functions host, each of whose operations is counted. It can
/// be told to let none through.
/// </summary>
internal sealed class StorageMeter : IAsyncDisposable
{
    private static readonly string[] Services = ["blob", "queue", "table"];

    private readonly WebApplication _web;
    private readonly ConcurrentDictionary<StorageOperation, long> _counts = [];
    private readonly HttpMessageInvoker _line = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
    });

    private readonly ConcurrentDictionary<string, int> _toRefuse = [];
    private volatile string? _out;
    private long _untilTrap;
    private Func<Task> _trap = () => Task.CompletedTask;

    private StorageMeter(WebApplication web, AzuriteServer azurite, string caller)
    {
        _web = web;
        Addresses = new Dictionary<string, Uri>();
        var forwarder = web.Services.GetRequiredService<IHttpForwarder>();
        web.Run(async http =>
        {
            var service = Services.Single(service => Addresses[service].Port == http.Connection.LocalPort);
            if (service == _out || Refuses(service))
            {
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            _counts.AddOrUpdate(StorageOperation.Of(caller, service, http.Request), 1, (_, count) => count + 1);
            if (Interlocked.Decrement(ref _untilTrap) == 0)
            {
                await _trap();
            }

            await forwarder.SendAsync(http, azurite[service].ToString(), _line, ForwarderRequestConfig.Empty);
        });
    }

    /// <summary>By service.</summary>
    public IReadOnlyDictionary<string, Uri> Addresses { get; private set; }

    public IReadOnlyDictionary<StorageOperation, long> Counts => _counts;

    public static async Task<StorageMeter> Start(AzuriteServer azurite, string caller)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Limits.MaxRequestBodySize = null;
            foreach (var _ in Services)
            {
                server.Listen(IPAddress.Loopback, 0);
            }
        });
        builder.Services.AddHttpForwarder();
        var meter = new StorageMeter(builder.Build(), azurite, caller);
        await meter._web.StartAsync();
        meter.Addresses = Services.Zip(meter._web.Urls.Order().Select(url => new Uri(url))).ToDictionary();
        return meter;
    }

    public long Total => _counts.Values.Sum();

    /// <summary>When so many more operations have come, the last of them waits until something is done.</summary>
    public void SetTrap(long after, Func<Task> trap)
    {
        _trap = trap;
        Interlocked.Exchange(ref _untilTrap, after);
    }

    /// <summary>The service answers 503 until the result is disposed.</summary>
    public IDisposable Outage(string service)
    {
        _out = service;
        return new End(this);
    }

    /// <summary>The service answers the next operations with 503.</summary>
    public void Refuse(string service, int operations) => _toRefuse[service] = operations;

    /// <summary>How many it has still to refuse.</summary>
    public int ToRefuse => _toRefuse.Values.Sum(left => Math.Max(0, left));

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _line.Dispose();
    }

    private bool Refuses(string service) =>
        !_toRefuse.IsEmpty && _toRefuse.AddOrUpdate(service, -1, (_, left) => Math.Max(-1, left - 1)) >= 0;

    private sealed class End(StorageMeter meter) : IDisposable
    {
        public void Dispose() => meter._out = null;
    }
}
