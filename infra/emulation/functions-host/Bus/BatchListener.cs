using Azure.Messaging.ServiceBus;
using VksServerless.Emulation.FunctionsHost.Functions;
using VksServerless.Emulation.FunctionsHost.Workers.Protocol;

namespace VksServerless.Emulation.FunctionsHost.Bus;

/// <summary>One call for as many messages as are there: all completed when it returns, all given back when it throws.</summary>
internal sealed class BatchListener : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;

    private BatchListener(ServiceBusReceiver receiver, Function function, int most, Invoker invoker, ILogger log) =>
        _running = Task.Run(() => Listen(receiver, function, most, invoker, log));

    public static BatchListener Start(ServiceBusReceiver receiver, Function function, int most, Invoker invoker, ILogger log) =>
        new(receiver, function, most, invoker, log);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async Task Listen(ServiceBusReceiver receiver, Function function, int most, Invoker invoker, ILogger log)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var batch = await receiver.ReceiveMessagesAsync(most, LongestWait, _stopping.Token);
                if (batch.Count > 0)
                {
                    await Handle(receiver, function, batch, invoker, log);
                }
            }
            catch (Exception fault)
            {
                if (!_stopping.IsCancellationRequested)
                {
                    log.LogWarning(fault, "{Function} could not receive", function.Name);
                    await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
                }
            }
        }

        await receiver.DisposeAsync();
    }

    private static async Task Handle(
        ServiceBusReceiver receiver, Function function, IReadOnlyList<ServiceBusReceivedMessage> batch, Invoker invoker, ILogger log)
    {
        using var done = new CancellationTokenSource();
        var renewing = Renew(receiver, batch, done.Token);
        var succeeded = false;
        try
        {
            var bodies = new CollectionString { String = { batch.Select(message => message.Body.ToString()) } };
            await invoker.Run(function, new TypedData { CollectionString = bodies }, CancellationToken.None);
            succeeded = true;
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "{Function} failed", function.Name);
        }

        await done.CancelAsync();
        await renewing;
        await Task.WhenAll(batch.Select(message => succeeded
            ? receiver.CompleteMessageAsync(message)
            : receiver.AbandonMessageAsync(message)));
    }

    private static async Task Renew(ServiceBusReceiver receiver, IReadOnlyList<ServiceBusReceivedMessage> batch, CancellationToken done)
    {
        using var timer = new PeriodicTimer(BetweenRenewals);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                await Task.WhenAll(batch.Select(message => receiver.RenewMessageLockAsync(message, done)));
            }
        }
        catch (OperationCanceledException)
        {
            // Done.
        }
        catch (ServiceBusException)
        {
            // A lock that is lost shows when the message is completed.
        }
    }
}
