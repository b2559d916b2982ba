using Azure.Messaging.ServiceBus;
using VksServerless.Application.Events;
using VksServerless.Storage;

namespace VksServerless.Azure.Events;

/// <summary>Messages as the bus carries them. Their ids and subjects are contracts with what is under way and provisioned.</summary>
internal static class BusMessages
{
    public static ServiceBusMessage Of(OutboxMessage message) => Json(message.Id, message.Subject, message.Body);

    /// <summary>
    /// A message that comes again. Its id says which attempt it is: when this is done twice, because the original was delivered
    /// twice, the bus drops the second one.
    /// </summary>
    public static ServiceBusMessage Of(string subscription, Redelivery redelivery)
    {
        var message = redelivery.Message;
        var again = Json($"{message.Digest}~{subscription}~{message.Attempt}", Subscriptions.Again(subscription), message.Write());
        again.ScheduledEnqueueTime = redelivery.DueAt;
        return again;
    }

    private static ServiceBusMessage Json(string id, string subject, ReadOnlyMemory<byte> body) =>
        new(new BinaryData(body)) { MessageId = id, Subject = subject, ContentType = "application/json" };
}
