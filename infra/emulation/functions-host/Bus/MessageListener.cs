using Azure.Messaging.ServiceBus;
using VksServerless.Emulation.FunctionsHost.Functions;
using VksServerless.Emulation.FunctionsHost.Workers.Protocol;

namespace VksServerless.Emulation.FunctionsHost.Bus;

/// <summary>One call a message: completed when it returns, given back when it throws.</summary>
internal sealed class MessageListener : IAsyncDisposable
{
    private readonly ServiceBusProcessor _processor;

    private MessageListener(ServiceBusProcessor processor) => _processor = processor;

    public static async Task<MessageListener> Start(ServiceBusProcessor processor, Function function, Invoker invoker, ILogger log)
    {
        processor.ProcessMessageAsync += message => invoker.Run(
            function, new TypedData { String = message.Message.Body.ToString() }, message.CancellationToken);
        processor.ProcessErrorAsync += fault =>
        {
            log.LogWarning(fault.Exception, "{Function} at {Source}", function.Name, fault.ErrorSource);
            return Task.CompletedTask;
        };
        await processor.StartProcessingAsync();
        return new MessageListener(processor);
    }

    public ValueTask DisposeAsync() => _processor.DisposeAsync();
}
