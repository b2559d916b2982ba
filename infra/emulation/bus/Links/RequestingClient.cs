using Amqp;
using Amqp.Framing;
using Amqp.Listener;

namespace VksServerless.Emulation.Bus.Links;

/// <summary>The end of a link by which a client asks a node; the answer goes out by the link that the request names.</summary>
internal sealed class RequestingClient(ReplyLinks replies, Func<Message, Message> answer) : LinkEndpoint
{
    public override void OnMessage(MessageContext messageContext)
    {
        var request = messageContext.Message;
        if (replies.Find(messageContext.Link.Session.Connection, request.Properties?.ReplyTo) is not { } reply)
        {
            messageContext.Complete(new Error(ErrorCode.NotFound) { Description = "There is no link for the answer." });
            return;
        }

        var response = answer(request);
        response.Properties = new Properties();
        response.Properties.SetCorrelationId(request.Properties!.GetMessageId());
        messageContext.Complete();
        try
        {
            reply.SendMessage(response);
        }
        catch (AmqpException)
        {
            // The one who asked has gone.
        }
    }

    public override void OnFlow(FlowContext flowContext)
    {
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
    }
}
