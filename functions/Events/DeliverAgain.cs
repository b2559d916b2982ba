using System.Globalization;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using VksServerless.Events;
using VksServerless.Storage.Events;

namespace VksServerless.Functions.Events;

/// <summary>
/// Stands between the bus and a trigger. The bus delivers what has failed again at once, and gives it up after a few
/// deliveries: an outage of a minute would outlast them. So a message that fails is sent anew, for later and to the
/// subscription where it failed, and the bus is told that it is done with.
/// </summary>
public sealed partial class DeliverAgain(ServiceBusClient bus, TimeProvider clock, ILogger<DeliverAgain> log) : IOperation
{
    private const string AttemptProperty = "attempt";
    private const string OriginalProperty = "original";
    private const int LongestReason = 1000;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>About a day.</summary>
    private static readonly int MostAttempts = (int)(TimeSpan.FromDays(1) / LongestWait);

    private readonly ServiceBusSender _sender = bus.CreateSender(Subscriptions.Topic);

    /// <summary>What the message tells of. One that cannot be read is set aside at once: it never will be.</summary>
    public async Task<ReportingEvent?> Read(ServiceBusReceivedMessage message, ServiceBusMessageActions actions, CancellationToken cancellation)
    {
        try
        {
            return EventEnvelope.Read(message.Body.ToMemory());
        }
        catch (JsonException unreadable)
        {
            await SetAside(message, actions, "Unreadable", unreadable, cancellation);
            return null;
        }
    }

    /// <summary>Does what follows from these messages. When it fails they come again, a little later each time, for about a day.</summary>
    public async Task WhenItFails(
        string subscription, IReadOnlyList<ServiceBusReceivedMessage> messages, ServiceBusMessageActions actions, Func<Task> handle, CancellationToken cancellation)
    {
        try
        {
            await handle();
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            foreach (var message in messages)
            {
                await (AttemptOf(message) < MostAttempts
                    ? Send(subscription, message, fault, cancellation)
                    : SetAside(message, actions, "Failed for a day", fault, cancellation));
            }
        }
    }

    private async Task Send(string subscription, ServiceBusReceivedMessage message, Exception fault, CancellationToken cancellation)
    {
        var attempt = AttemptOf(message) + 1;
        var original = message.ApplicationProperties.GetValueOrDefault(OriginalProperty) as string ?? message.MessageId;
        var due = clock.GetUtcNow() + WaitBefore(attempt);
        ComesAgain(fault, original, subscription, attempt, due);

        // The id says which attempt it is: whoever fails at the same delivery twice has it sent once (duplicate detection).
        var again = new ServiceBusMessage(message.Body)
        {
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{original}~{subscription}~{attempt}"),
            Subject = Subscriptions.Again(subscription),
            ContentType = message.ContentType,
            ScheduledEnqueueTime = due,
            ApplicationProperties = { [AttemptProperty] = attempt, [OriginalProperty] = original },
        };
        await _sender.SendMessageAsync(again, cancellation);
    }

    private Task SetAside(ServiceBusReceivedMessage message, ServiceBusMessageActions actions, string reason, Exception fault, CancellationToken cancellation)
    {
        IsSetAside(fault, message.MessageId, reason);
        var text = fault.ToString();
        return actions.DeadLetterMessageAsync(
            message, deadLetterReason: reason, deadLetterErrorDescription: text[..Math.Min(text.Length, LongestReason)], cancellationToken: cancellation);
    }

    private static int AttemptOf(ServiceBusReceivedMessage message) =>
        message.ApplicationProperties.TryGetValue(AttemptProperty, out var attempt) ? Convert.ToInt32(attempt, CultureInfo.InvariantCulture) : 0;

    private static TimeSpan WaitBefore(int attempt)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(attempt, 10) - 1);
        return wait < LongestWait ? wait : LongestWait;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Message} failed at {Subscription}; attempt {Attempt} at {Due:O}")]
    private partial void ComesAgain(Exception fault, string message, string subscription, int attempt, DateTimeOffset due);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Message} is set aside: {Reason}")]
    private partial void IsSetAside(Exception fault, string message, string reason);
}
