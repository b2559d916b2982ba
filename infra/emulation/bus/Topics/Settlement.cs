using Amqp.Framing;
using Amqp.Types;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>What a receiver wants done with a message that it has locked.</summary>
internal abstract record Settlement
{
    private static readonly IReadOnlyDictionary<string, object> Nothing = new Dictionary<string, object>();

    private Settlement()
    {
    }

    /// <returns>Null: the bus does not do that.</returns>
    public static Settlement? Of(DeliveryState? state) => state switch
    {
        Accepted => new Complete(),
        Released => new Release(),
        Rejected rejected => new DeadLetter(Properties(rejected.Error?.Info)),
        Modified { UndeliverableHere: false } modified => new Abandon(Properties(modified.MessageAnnotations)),
        _ => null,
    };

    public static IReadOnlyDictionary<string, object> Properties(Map? map) => map is null ? Nothing
        : map.ToDictionary(pair => pair.Key.ToString()!, pair => pair.Value);

    internal sealed record Complete : Settlement;

    /// <summary>It comes again at once, as if it had not been delivered.</summary>
    internal sealed record Release : Settlement;

    /// <summary>It comes again at once, and the delivery counts.</summary>
    internal sealed record Abandon(IReadOnlyDictionary<string, object> Changes) : Settlement;

    /// <param name="Changes">Reason and description among them.</param>
    internal sealed record DeadLetter(IReadOnlyDictionary<string, object> Changes) : Settlement;
}
