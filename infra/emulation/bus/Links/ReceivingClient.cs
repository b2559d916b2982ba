using Amqp.Framing;
using Amqp.Listener;
using VksServerless.Emulation.Bus.Topics;

namespace VksServerless.Emulation.Bus.Links;

/// <summary>The end of a link by which a client receives from a queue.</summary>
internal sealed class ReceivingClient : LinkEndpoint
{
    private readonly Topic _topic;
    private readonly MessageQueue _queue;
    private readonly Consumer _consumer;

    public ReceivingClient(Topic topic, MessageQueue queue, ListenerLink link)
    {
        (_topic, _queue, _consumer) = (topic, queue, new Consumer(link));
        topic.Add(queue, _consumer);
    }

    public override void OnFlow(FlowContext flowContext) => _topic.Grant(_consumer, flowContext.Messages);

    /// <summary>A link that closes releases what is unsettled on it, here; to Service Bus it is still locked.</summary>
    public override void OnDisposition(DispositionContext dispositionContext)
    {
        if (dispositionContext.Link.IsClosed || dispositionContext.Message is not DeliveredMessage message || message.Token == Guid.Empty)
        {
            return;
        }

        var error = Settlement.Of(dispositionContext.DeliveryState) is { } settlement
            ? _topic.Settle(_queue, message.Token, settlement)
            : BusErrors.NotEmulated("deferred messages, nor transactions");
        if (error is null)
        {
            dispositionContext.Complete();
        }
        else
        {
            dispositionContext.Complete(error);
        }
    }

    public override void OnLinkClosed(ListenerLink link, Error error) => _topic.Remove(_queue, _consumer);
}
