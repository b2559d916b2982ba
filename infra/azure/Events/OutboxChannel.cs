using System.Threading.Channels;
using VksServerless.Storage.Events;

namespace VksServerless.Azure.Events;

/// <summary>
/// Messages just committed, for the relay of this process to hand on at once. What it misses, because the process
/// ended or another one wrote it, is found with <see cref="IOutbox.Pending"/>.
/// </summary>
public sealed class OutboxChannel
{
    private readonly Channel<PendingMessage> _channel = Channel.CreateUnbounded<PendingMessage>();

    public ChannelReader<PendingMessage> Reader => _channel.Reader;

    public void Offer(PendingMessage message) => _channel.Writer.TryWrite(message);
}
