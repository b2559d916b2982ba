using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;
using VksServerless.Emulation.Bus.Management;
using VksServerless.Emulation.Bus.Topics;

namespace VksServerless.Emulation.Bus.Links;

/// <summary>Decides what stands at the other end of a link that a client opens.</summary>
internal sealed class LinkOpening(Topic topic, UseLog uses) : ILinkProcessor
{
    private const int Credit = 1000;
    private static readonly string[] SessionFilters = ["com.microsoft:session-filter", "com.microsoft:non-exclusive-session-filter"];

    private readonly ReplyLinks _replies = new();

    public void Process(AttachContext context)
    {
        if (context.Attach.Role)
        {
            OpenForReceiving(context, context.Attach.Source as Source);
        }
        else
        {
            OpenForSending(context, context.Attach.Target as Target);
        }
    }

    private void OpenForReceiving(AttachContext context, Source? source)
    {
        var address = EntityAddress.Of(source?.Address);
        if (address.IsManagement || address.Entity == EntityAddress.Tokens)
        {
            context.Complete(_replies.Add(context.Link, (context.Attach.Target as Target)?.Address), 0);
        }
        else if (topic.FindQueue(address.Entity) is not { } queue)
        {
            context.Complete(IsTopic(address)
                ? BusErrors.NotAllowed("Messages are received from a subscription, not from its topic.")
                : BusErrors.EntityNotFound(address.Entity));
        }
        else if (SessionFilters.Any(filter => source!.FilterSet?.ContainsKey(new Symbol(filter)) == true))
        {
            context.Complete(BusErrors.NotAllowed("This subscription has no sessions."));
        }
        else
        {
            context.Complete(new ReceivingClient(topic, queue, context.Link), 0);
        }
    }

    private void OpenForSending(AttachContext context, Target? target)
    {
        var address = EntityAddress.Of(target?.Address);
        if (target is null)
        {
            context.Complete(BusErrors.NotEmulated("transactions"));
        }
        else if (address.Entity == EntityAddress.Tokens)
        {
            context.Complete(new RequestingClient(_replies, TokenNode.Answer), Credit);
        }
        else if (topic.FindQueue(address.Entity) is { } queue)
        {
            if (address.IsManagement)
            {
                context.Complete(new RequestingClient(_replies, new QueueManagement(topic, queue, uses).Answer), Credit);
            }
            else
            {
                context.Complete(BusErrors.NotAllowed("Messages are sent to the topic, not to its subscriptions."));
            }
        }
        else if (!IsTopic(address))
        {
            context.Complete(BusErrors.EntityNotFound(address.Entity));
        }
        else if (address.IsManagement)
        {
            context.Complete(new RequestingClient(_replies, new TopicManagement(topic).Answer), Credit);
        }
        else
        {
            uses.Add(topic.Name, BusOperation.OpenSender);
            context.Attach.MaxMessageSize = ServiceBusBroker.MaxMessageSize;
            context.Complete(new SendingClient(topic), Credit);
        }
    }

    private bool IsTopic(EntityAddress address) => address.Entity.Equals(topic.Name, StringComparison.OrdinalIgnoreCase);
}
