using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using Microsoft.Azure.WebJobs.Extensions.DurableTask.ContextImplementations;
using Microsoft.Azure.WebJobs.Extensions.DurableTask.Options;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Config;
using Newtonsoft.Json.Linq;
using VksServerless.Emulation.FunctionsHost.Functions;
using VksServerless.Emulation.FunctionsHost.Workers.Protocol;

namespace VksServerless.Emulation.FunctionsHost.Durable;

/// <summary>The genuine Durable extension on the storage that the settings name, with the app's orchestrations and activities.</summary>
internal sealed class DurableHost : IAsyncDisposable
{
    private readonly IHost _host;

    private DurableHost(IHost host, string hub)
    {
        _host = host;
        Client = host.Services.GetRequiredService<IDurableClientFactory>().CreateClient(new DurableClientOptions { TaskHub = hub });
    }

    public IDurableClient Client { get; }

    public static async Task<DurableHost> Start(IReadOnlyList<Function> functions, HostJson hostJson, Invoker invoker)
    {
        var byName = functions.ToDictionary(function => function.Name);
        var client = new TaskCompletionSource<string>();
        var host = new HostBuilder()
            .ConfigureAppConfiguration(configuration => configuration
                .AddEnvironmentVariables()
                .AddInMemoryCollection(hostJson.DurableTask.AsEnumerable(makePathsRelative: true)
                    .Where(setting => setting.Value is not null)
                    .Select(setting => KeyValuePair.Create($"AzureWebJobs:extensions:durableTask:{setting.Key}", setting.Value))))
            .ConfigureLogging(log => log.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
                .SetMinimumLevel(LogLevel.Warning))
            .ConfigureWebJobs(jobs => jobs.AddAzureStorageCoreServices().AddDurableTask())
            .ConfigureServices(services => services
                .AddDurableClientFactory()
                .AddSingleton<ITypeLocator>(new Types(DurableMethods.ClassOf(functions), typeof(ClientFunction)))
                .AddSingleton<IWebHookProvider, NoWebHooks>()
                .AddSingleton(client)
                .AddSingleton<RunDurable>((name, trigger) => Run(invoker, byName[name], trigger)))
            .Build();
        await host.StartAsync();
        var jobs = (JobHost)host.Services.GetRequiredService<IJobHost>();
        await jobs.CallAsync(typeof(ClientFunction).GetMethod(nameof(ClientFunction.Take)));
        invoker.Lend(await client.Task);
        return new DurableHost(host, hostJson.DurableTask["hubName"] ?? "TestHubName");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static async Task<object?> Run(Invoker invoker, Function function, string trigger)
    {
        var result = await invoker.Run(function, new TypedData { String = trigger }, CancellationToken.None);
        return result?.DataCase switch
        {
            TypedData.DataOneofCase.String => result.String,
            TypedData.DataOneofCase.Json => (object)JToken.Parse(result.Json),
            TypedData.DataOneofCase.None or null => null,
            var other => throw new NotSupportedException($"{function.Name} returned {other}."),
        };
    }

    private sealed class Types(params Type[] types) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => types;
    }

    /// <summary>The extension's HTTP management is not offered here; it wants an address all the same.</summary>
    private sealed class NoWebHooks : IWebHookProvider
    {
        public Uri GetUrl(IExtensionConfigProvider extension) => new("http://127.0.0.1/runtime/webhooks/durabletask?code=none");
    }
}
