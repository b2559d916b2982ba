using System.Threading.Channels;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VksServerless.Storage.Events;

namespace VksServerless.Azure.Events;

/// <summary>
/// Sends committed events to the bus at once. What a crash or a fault leaves behind stays in the outbox, where
/// <see cref="SweepOutbox"/> finds it.
/// </summary>
public sealed partial class OutboxRelay(OutboxChannel committed, IOutbox outbox, ServiceBusSender topic, ILogger<OutboxRelay> log)
    : BackgroundService
{
    private const int BatchSize = 100;

    /// <summary>
    /// Sends the messages, as many at once as the bus takes, and then forgets them. A crash in between sends them again under
    /// the same ids, and the bus drops the duplicates.
    /// </summary>
    public async Task Relay(IReadOnlyList<PendingMessage> pending, CancellationToken cancellation)
    {
        for (var sent = 0; sent < pending.Count;)
        {
            using var batch = await topic.CreateMessageBatchAsync(cancellation);
            var fitting = pending.Skip(sent).TakeWhile(entry => batch.TryAddMessage(BusMessages.Of(entry.Message))).ToList();
            if (fitting.Count == 0)
            {
                throw new InvalidOperationException($"The event {pending[sent].Message.Id} is larger than the bus takes.");
            }

            await topic.SendMessagesAsync(batch, cancellation);
            await outbox.Forget(fitting, cancellation);
            sent += fitting.Count;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await committed.Reader.WaitToReadAsync(stoppingToken))
        {
            var batch = Take(committed.Reader);
            try
            {
                await Relay(batch, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LeftForTheSweep(fault, batch.Count);
            }
        }
    }

    private static List<PendingMessage> Take(ChannelReader<PendingMessage> reader)
    {
        var batch = new List<PendingMessage>();
        while (batch.Count < BatchSize && reader.TryRead(out var pending))
        {
            batch.Add(pending);
        }

        return batch;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} events could not be sent to the bus now; the sweep will send them")]
    private partial void LeftForTheSweep(Exception fault, int count);
}
