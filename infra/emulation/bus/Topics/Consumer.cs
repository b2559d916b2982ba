using Amqp;
using Amqp.Listener;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>A receiver of a queue, and how many messages it wants. The topic's gate guards what it remembers.</summary>
internal sealed class Consumer(ListenerLink link)
{
    private int _credit;

    /// <summary>
    /// What the library thinks the credit is, because it tells changes against that. Where a peer grants nothing new, as in asking
    /// to drain, the library sets it to zero instead of keeping it.
    /// </summary>
    private int _countedCredit;

    /// <summary>Messages are gone with their delivery; nothing is locked.</summary>
    public bool DeletesOnDelivery => link.SettleOnSend;

    public bool HasCredit => _credit > 0;

    /// <summary>The peer wants to be told as soon as there is nothing more for it.</summary>
    public bool IsDraining { get; private set; }

    public void Grant(int change)
    {
        _credit = Math.Max(0, _countedCredit + change);
        _countedCredit = change > 0 ? _countedCredit + change : 0;
        IsDraining = link.IsDraining;
    }

    public void UseCredit() => (_credit, _countedCredit) = (_credit - 1, _countedCredit - 1);

    /// <summary>It gets nothing until it asks again.</summary>
    public void ForgetCredit() => (_credit, _countedCredit, IsDraining) = (0, 0, false);

    /// <summary>Not within the gate: the link has locks of its own.</summary>
    public void Send(DeliveredMessage message, ByteBuffer encoded) => link.SendMessage(message, encoded);

    /// <summary>Not within the gate.</summary>
    public void TellDrained() => link.CompleteDrain();
}
