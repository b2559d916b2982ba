using Amqp;
using Amqp.Listener;
using VksServerless.Emulation.Bus.Connections;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>
/// A receiver of a queue, and how many messages it wants. The topic's gate guards what it remembers; the link, which has locks of its
/// own, is only used outside the gate.
/// </summary>
internal sealed class Consumer(ListenerLink link)
{
    private int _credit;

    /// <summary>Messages are gone with their delivery; nothing is locked.</summary>
    public bool DeletesOnDelivery => link.SettleOnSend;

    public bool HasCredit => _credit > 0;

    /// <summary>The peer wants to be told as soon as there is nothing more for it.</summary>
    public bool IsDraining { get; private set; }

    /// <param name="change">Below zero where the peer wants less than it has said before.</param>
    public void Grant(int change) => (_credit, IsDraining) = (_credit + change, link.IsDraining);

    public void UseCredit() => _credit--;

    /// <summary>It gets nothing until it asks again.</summary>
    public void ForgetCredit() => (_credit, IsDraining) = (0, false);

    public void Send(DeliveredMessage message, ByteBuffer encoded) =>
        SocketTransport.HoldWhile(link.Session.Connection, () => link.SendMessage(message, encoded));

    /// <summary>Tells a peer that drains that there is nothing more.</summary>
    public void TellDrained() => link.CompleteDrain();
}
