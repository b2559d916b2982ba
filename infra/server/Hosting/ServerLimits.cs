using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace VksServerless.Server.Hosting;

/// <summary>What the server takes from a stranger. Functions that take little read little: they hold their own, smaller limits.</summary>
internal static class ServerLimits
{
    // A function that takes more raises it for its own request.
    private const long LargestBody = 16 * 1024 * 1024;

    // Over the whole of a body, so that its length bounds the time it may take: 16 MB in an hour and ten minutes.
    private static readonly MinDataRate SlowestBody = new(bytesPerSecond: 4 * 1024, gracePeriod: TimeSpan.FromSeconds(10));

    public static void Apply(KestrelServerOptions server, ServerOptions options)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = LargestBody;
        server.Limits.MaxConcurrentConnections = 2000;
        server.Limits.MaxConcurrentUpgradedConnections = 0;
        server.Limits.MaxRequestHeaderCount = 64;
        server.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        server.Limits.MaxRequestLineSize = 8 * 1024;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        server.Limits.MinRequestBodyDataRate = SlowestBody;
        server.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);

        server.Listen(options.Listen, options.Port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (options.Certificate is { } certificate)
            {
                listen.UseHttps(certificate);
            }
        });
    }
}
