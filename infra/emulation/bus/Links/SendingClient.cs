using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using VksServerless.Emulation.Bus.Topics;

namespace VksServerless.Emulation.Bus.Links;

/// <summary>The end of a link by which a client sends to the topic.</summary>
internal sealed class SendingClient(Topic topic) : LinkEndpoint
{
    /// <summary>The format under which the client puts several encoded messages into one transfer, each a data section.</summary>
    private const uint Batch = 0x80013700;

    public override void OnMessage(MessageContext messageContext)
    {
        if (Take(messageContext.Message) is { } error)
        {
            messageContext.Complete(error);
        }
        else
        {
            messageContext.Complete();
        }
    }

    public override void OnFlow(FlowContext flowContext)
    {
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
    }

    /// <returns>Why none of the messages was taken; null: all were.</returns>
    private Error? Take(Message transfer)
    {
        var encoded = transfer.Encode();
        if (encoded.Length > ServiceBusBroker.MaxMessageSize)
        {
            return BusErrors.TooLarge(encoded.Length);
        }

        try
        {
            List<BusMessage> messages = transfer.Format == Batch
                ? [.. DataSections.Of(transfer).Select(BusMessage.Read)]
                : [BusMessage.Read(encoded.ToBytes())];
            if (messages.Any(message => message.Expires))
            {
                return BusErrors.NotEmulated("messages that expire");
            }

            topic.Take(messages, transfer.Format == Batch ? BusOperation.SendBatch : BusOperation.Send);
            return null;
        }
        catch (AmqpException fault)
        {
            return fault.Error;
        }
    }
}
