using System.Threading.Channels;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using VksServerless.Events;
using VksServerless.Storage;
using VksServerless.Storage.Events;

namespace VksServerless.Functions.Events;

/// <summary>
/// Hands committed events to the bus as soon as they are there. What a crash or a fault leaves behind stays in the
/// outbox, where <see cref="SweepOutbox"/> finds it.
/// </summary>
public sealed partial class OutboxRelay(OutboxChannel committed, IRowStore rows, ServiceBusClient bus, ILogger<OutboxRelay> log) : BackgroundService
{
    private const int BatchSize = 100;
    private readonly ServiceBusSender _sender = bus.CreateSender(Subscriptions.Topic);

    /// <summary>Sends the messages, as many at once as the bus takes, then forgets them: in between a crash sends them again, under the same ids.</summary>
    public async Task Relay(IReadOnlyList<PendingMessage> pending, CancellationToken cancellation)
    {
        for (var sent = 0; sent < pending.Count;)
        {
            using var batch = await _sender.CreateMessageBatchAsync(cancellation);
            var fitting = pending.Skip(sent).TakeWhile(entry => batch.TryAddMessage(ToBus(entry.Message))).ToList();
            if (fitting.Count == 0)
            {
                throw new InvalidOperationException($"The event {pending[sent].Message.Id} is larger than the bus takes.");
            }

            await _sender.SendMessagesAsync(batch, cancellation);
            await rows.Forget(fitting, cancellation);
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

    private static ServiceBusMessage ToBus(OutboxMessage message) => new(new BinaryData(message.Body))
    {
        MessageId = message.Id,
        Subject = message.Subject,
        ContentType = "application/json",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} events could not be handed to the bus now; the sweep will")]
    private partial void LeftForTheSweep(Exception fault, int count);
}
