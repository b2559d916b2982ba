using VksServerless.Application;
using VksServerless.Application.Events;

namespace VksServerless.Storage.Events;

/// <summary>How an event travels: through the outbox, over the bus, to its subscriptions.</summary>
public static class EventEnvelope
{
    public static OutboxMessage Write(ReportingEvent happened) =>
        new(happened.Id, happened.Subject, new EventMessage(EventJson.Write(happened), Trace: Tracing.Here).Write());
}
