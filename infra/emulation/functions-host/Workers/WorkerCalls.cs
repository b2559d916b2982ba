using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace VksServerless.Emulation.FunctionsHost.Workers;

/// <summary>Takes the calls of worker processes, on a port of its own.</summary>
internal sealed class WorkerCalls : IAsyncDisposable
{
    private readonly WebApplication _web;

    private WorkerCalls(WebApplication web) => _web = web;

    public Uri Address => new(_web.Urls.Single());

    public static async Task<WorkerCalls> Listen(WorkerPool workers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, port => port.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(workers);
        builder.Services.AddGrpc(grpc => (grpc.MaxReceiveMessageSize, grpc.MaxSendMessageSize) = (null, null));
        var web = builder.Build();
        web.MapGrpcService<RpcService>();
        await web.StartAsync();
        return new WorkerCalls(web);
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
