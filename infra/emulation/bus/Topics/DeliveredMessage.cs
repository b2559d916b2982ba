using Amqp;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>A message on a link, with the token of its lock; empty where it is not locked.</summary>
internal sealed class DeliveredMessage(Guid token) : Message
{
    public Guid Token => token;
}
