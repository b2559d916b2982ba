using System.Net;
using VksServerless.Emulation.FunctionsHost.Functions;
using VksServerless.Emulation.FunctionsHost.Workers;
using VksServerless.Emulation.FunctionsHost.Workers.Protocol;
using Yarp.ReverseProxy.Forwarder;

namespace VksServerless.Emulation.FunctionsHost.Http;

/// <summary>
/// Each HTTP function under its route. The request itself is forwarded to the worker, and beside it the worker is told to which function
/// it goes: as the genuine host does for apps with the ASP.NET Core integration.
/// </summary>
internal sealed class HttpFunctions(WorkerPool workers, Invoker invoker, IHttpForwarder forwarder) : IDisposable
{
    private const string Invocation = "x-ms-invocation-id";

    /// <summary>A request on Azure ends after this time, whatever it does.</summary>
    private static readonly ForwarderRequestConfig Patience = new() { ActivityTimeout = TimeSpan.FromSeconds(230) };

    private readonly HttpMessageInvoker _line = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
    });

    public void Map(IEndpointRouteBuilder routes, IEnumerable<Function> functions, string prefix)
    {
        foreach (var function in functions.Where(function => function.Trigger.Type == "httpTrigger"))
        {
            var route = $"{(prefix.Length > 0 ? $"/{prefix}" : "")}/{function.Trigger.Text("route") ?? function.Name}";
            routes.MapMethods(
                route, function.Trigger.Properties.TryGetProperty("methods", out var methods)
                    ? methods.EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())
                    : ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"],
                http => Answer(function, http));
        }
    }

    public void Dispose() => _line.Dispose();

    private async Task Answer(Function function, HttpContext http)
    {
        var worker = await workers.Current(http.RequestAborted);
        var invocation = invoker.Request(function, new TypedData
        {
            Http = new RpcHttp { Method = http.Request.Method, Url = $"http://localhost{http.Request.Path}{http.Request.QueryString}" },
        });
        var running = worker.Invoke(invocation, http.RequestAborted);
        await forwarder.SendAsync(
            http, (await worker.Loaded).Http.ToString(), _line, Patience,
            (_, request) =>
            {
                request.Headers.Add(Invocation, invocation.InvocationId);
                return ValueTask.CompletedTask;
            });

        // What went wrong with it, the forwarded request has shown.
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
