using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Extensions.DurableTask;

namespace VksServerless.Emulation.FunctionsHost.Durable;

/// <summary>Asks the Durable extension for what a worker needs to make a client: the hub, and where its calls are taken.</summary>
public sealed class ClientFunction(TaskCompletionSource<string> asked)
{
    [NoAutomaticTrigger]
#pragma warning disable DF0203 // The extension writes it as text for workers in other processes.
    public void Take([DurableClient] string client) => asked.TrySetResult(client);
#pragma warning restore DF0203
}
