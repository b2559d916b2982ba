using System.Collections.Concurrent;
using Amqp;
using Amqp.Framing;
using Amqp.Listener;

namespace VksServerless.Emulation.Bus.Links;

/// <summary>The links by which clients receive answers, each under the address that their requests name.</summary>
internal sealed class ReplyLinks
{
    private readonly ConcurrentDictionary<(Connection Connection, string Address), ListenerLink> _links = [];

    public LinkEndpoint Add(ListenerLink link, string? address)
    {
        var key = (link.Session.Connection, address ?? "");
        _links[key] = link;
        return new Reply(() => _links.TryRemove(key, out _));
    }

    public ListenerLink? Find(Connection connection, string? address) => _links.GetValueOrDefault((connection, address ?? ""));

    private sealed class Reply(Action closed) : LinkEndpoint
    {
        public override void OnFlow(FlowContext flowContext)
        {
        }

        public override void OnDisposition(DispositionContext dispositionContext)
        {
        }

        public override void OnLinkClosed(ListenerLink link, Error error) => closed();
    }
}
