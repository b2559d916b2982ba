using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace VksServerless.Application.Events;

/// <summary>
/// Hands messages to their listener. What fails comes again a little later each time, for about a day; what cannot be read, or
/// has failed for that long, is set aside alone with its reason and delays no other.
/// </summary>
public sealed partial class DeliverEvents(
    IEnumerable<IListener> listeners, ISetAsideMessages setAside, TimeProvider clock, ILogger<DeliverEvents> log) : IUseCase
{
    private const int AtOnce = 8;
    private const int LongestFault = 1000;

    private readonly Dictionary<string, IListener> _listeners = listeners.ToDictionary(listener => listener.Subscription);

    /// <returns>Those that are to come again. The caller schedules them, and only then forgets the originals.</returns>
    public async Task<IReadOnlyList<Redelivery>> Execute(
        string subscription, IReadOnlyList<EventMessage> messages, CancellationToken cancellation)
    {
        var listener = _listeners[subscription];
        var readable = new List<(EventMessage Message, ReportingEvent Happened)>();
        foreach (var message in messages)
        {
            if (await Read(subscription, message, cancellation) is { } happened)
            {
                readable.Add((message, happened));
            }
        }

        var again = new ConcurrentBag<Redelivery>();
        await Parallel.ForEachAsync(
            readable.GroupBy(one => listener.GroupOf(one.Happened)),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (group, stop) =>
            {
                using var span = Span(subscription, [.. group]);
                try
                {
                    await listener.Handle(group.First().Happened, stop);
                }
                catch (Exception fault) when (!stop.IsCancellationRequested)
                {
                    span.SetStatus(ActivityStatusCode.Error, fault.GetType().Name);
                    foreach (var (message, _) in group)
                    {
                        await Failed(subscription, message, fault, again, stop);
                    }
                }
            });
        return [.. again];
    }

    /// <summary>Events handled together belong to the trace of the first; the others' traces are linked.</summary>
    private static Activity Span(string subscription, IReadOnlyList<(EventMessage Message, ReportingEvent Happened)> group)
    {
        var (message, happened) = group[0];
        var others = group.Skip(1).Select(one => one.Message.Trace);
        return Tracing.Begin($"{subscription} {happened.Subject}", message.Trace, ActivityKind.Consumer, others)
            .SetTag("vks.event", happened.Id);
    }

    private async Task<ReportingEvent?> Read(string subscription, EventMessage message, CancellationToken cancellation)
    {
        try
        {
            return EventJson.Read(message.Body.Span);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or ArgumentException)
        {
            await SetAside(subscription, message, "Unreadable", unreadable, cancellation);
            return null;
        }
    }

    private async Task Failed(
        string subscription, EventMessage message, Exception fault, ConcurrentBag<Redelivery> again, CancellationToken cancellation)
    {
        if (Redelivery.After(message, clock.GetUtcNow()) is { } redelivery)
        {
            ComesAgain(fault, message.Digest, subscription, redelivery.Message.Attempt, redelivery.DueAt);
            again.Add(redelivery);
        }
        else
        {
            await SetAside(subscription, message, "Failed for a day", fault, cancellation);
        }
    }

    private Task SetAside(string subscription, EventMessage message, string reason, Exception fault, CancellationToken cancellation)
    {
        IsSetAside(fault, message.Digest, reason);
        var text = fault.ToString();
        return setAside.Keep(
            new SetAsideMessage(
                subscription, message.Digest, reason, text[..Math.Min(text.Length, LongestFault)], message.Attempt + 1, clock.GetUtcNow(),
                message.Body),
            cancellation);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Message} failed at {Subscription}; attempt {Attempt} at {Due:O}")]
    private partial void ComesAgain(Exception fault, string message, string subscription, int attempt, DateTimeOffset due);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Message} is set aside: {Reason}")]
    private partial void IsSetAside(Exception fault, string message, string reason);
}
