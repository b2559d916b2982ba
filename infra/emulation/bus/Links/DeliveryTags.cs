using Amqp.Handler;
using VksServerless.Emulation.Bus.Topics;

namespace VksServerless.Emulation.Bus.Links;

/// <summary>The lock token of a message travels as the tag of its delivery: the sixteen bytes of a GUID.</summary>
internal sealed class DeliveryTags : IHandler
{
    public bool CanHandle(EventId id) => id == EventId.SendDelivery;

    public void Handle(Event protocolEvent)
    {
        if (protocolEvent is { Id: EventId.SendDelivery, Context: IDelivery { Message: DeliveredMessage message } delivery })
        {
            delivery.Tag = message.Token.ToByteArray();
        }
    }
}
