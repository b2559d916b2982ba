using System.Text.Json;
using VksServerless.Events;

namespace VksServerless.Storage.Events;

/// <summary>How an event travels: through the outbox, over the bus, to its subscriptions.</summary>
public static class EventEnvelope
{
    public static OutboxMessage Write(ReportingEvent happening) => new(happening.Id, happening.Subject, StoredJson.Write(happening));

    /// <exception cref="JsonException">It is not an event that this version knows.</exception>
    public static ReportingEvent Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return StoredJson.Read<ReportingEvent>(body);
        }
        catch (NotSupportedException unknown)
        {
            throw new JsonException("The message does not say which event it is.", unknown);
        }
    }
}
