using Amqp;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>Sends what each round assigns, then waits for the bell or for the next lock that runs out.</summary>
internal sealed class DeliveryLoop(Topic topic, Bell bell) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public void Start() => _running = Task.Run(Run);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
        }

        _stopping.Dispose();
    }

    private async Task Run()
    {
        while (true)
        {
            var round = topic.NextRound();
            foreach (var delivery in round.Deliveries)
            {
                if (!IsTaken(delivery.Send))
                {
                    topic.Undo(delivery);
                }
            }

            foreach (var consumer in round.Drained)
            {
                IsTaken(consumer.TellDrained);
            }

            await bell.Wait(round.Next, _stopping.Token);
        }
    }

    /// <returns>False: the link has ended, or is about to.</returns>
    private static bool IsTaken(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception fault) when (fault is AmqpException or ObjectDisposedException)
        {
            return false;
        }
    }
}
