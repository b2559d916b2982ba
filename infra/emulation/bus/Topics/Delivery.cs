using Amqp;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>A message that was given to a consumer and is still to be sent to it.</summary>
/// <param name="Lock">Null where the consumer deletes on delivery.</param>
internal sealed record Delivery(Consumer Consumer, MessageQueue Queue, QueuedMessage Message, MessageLock? Lock, ByteBuffer Encoded)
{
    public void Send() => Consumer.Send(new DeliveredMessage(Lock?.Token ?? Guid.Empty), Encoded);
}
