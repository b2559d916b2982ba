using Azure.Messaging.ServiceBus;
using VksServerless.Application.Events;
using VksServerless.Storage;

namespace VksServerless.Azure.Events;

/// <summary>Messages as the bus carries them. Their ids and subjects are contracts with what is under way and provisioned.</summary>
internal static class BusMessages
{
    /// <summary>By this property the host finds the trace that its own spans of the delivery belong to.</summary>
    private const string Traceparent = "Diagnostic-Id";

    public static ServiceBusMessage Of(OutboxMessage message) =>
        Json(message.Id, message.Subject, message.Body, EventMessage.Read(message.Body).Trace);

    /// <summary>
    /// A message that comes again. Its id says which attempt it is: when this is done twice, because the original was delivered
    /// twice, the bus drops the second one.
    /// </summary>
    public static ServiceBusMessage Of(string subscription, Redelivery redelivery)
    {
        var message = redelivery.Message;
        var again = Json(
            $"{message.Digest}~{subscription}~{message.Attempt}", Subscriptions.Again(subscription), message.Write(), message.Trace);
        again.ScheduledEnqueueTime = redelivery.DueAt;
        return again;
    }

    private static ServiceBusMessage Json(string id, string subject, ReadOnlyMemory<byte> body, string? trace)
    {
        var message = new ServiceBusMessage(new BinaryData(body)) { MessageId = id, Subject = subject, ContentType = "application/json" };
        if (trace is not null)
        {
            message.ApplicationProperties[Traceparent] = trace;
        }

        return message;
    }
}
