using Azure.Messaging.ServiceBus;
using VksServerless.Emulation.FunctionsHost.Functions;

namespace VksServerless.Emulation.FunctionsHost.Bus;

/// <summary>Feeds each Service Bus function from its subscription, in the mode that its trigger asks for.</summary>
internal sealed class BusFunctions : IAsyncDisposable
{
    private readonly ServiceBusClient _client;
    private readonly List<IAsyncDisposable> _listeners = [];

    private BusFunctions(ServiceBusClient client) => _client = client;

    /// <param name="connection">Of the emulator.</param>
    public static async Task<BusFunctions> Start(
        string connection, IEnumerable<Function> functions, HostJson hostJson, Invoker invoker, ILogger log)
    {
        var bus = new BusFunctions(new ServiceBusClient(connection));
        foreach (var function in functions.Where(function => function.Trigger.Type == "serviceBusTrigger"))
        {
            var (topic, subscription) = (function.Trigger.Text("topicName")!, function.Trigger.Text("subscriptionName")!);
            bus._listeners.Add(function.Trigger.Text("cardinality") == "Many"
                ? BatchListener.Start(
                    bus._client.CreateReceiver(topic, subscription), function, hostJson.MaxMessageBatchSize, invoker, log)
                : await MessageListener.Start(
                    bus._client.CreateProcessor(
                        topic, subscription,
                        new ServiceBusProcessorOptions { MaxConcurrentCalls = hostJson.MaxConcurrentCalls, AutoCompleteMessages = true }),
                    function, invoker, log));
        }

        return bus;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_listeners.Select(listener => listener.DisposeAsync().AsTask()));
        await _client.DisposeAsync();
    }
}
