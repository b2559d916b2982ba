using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace VksServerless.Local.Bus;

/// <summary>What a function says of a message besides returning or throwing: here, that it is to be set aside.</summary>
internal sealed class LocalMessageActions : ServiceBusMessageActions
{
    /// <summary>Why, by the message's sequence number.</summary>
    public ConcurrentDictionary<long, string> DeadLettered { get; } = [];

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message, Dictionary<string, object>? propertiesToModify = null, string? deadLetterReason = null,
        string? deadLetterErrorDescription = null, CancellationToken cancellationToken = default)
    {
        DeadLettered[message.SequenceNumber] = $"{deadLetterReason}: {deadLetterErrorDescription}";
        return Task.CompletedTask;
    }

    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => throw ByReturning();

    public override Task AbandonMessageAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default) =>
        throw ByReturning();

    public override Task DeferMessageAsync(
        ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default) =>
        throw ByReturning();

    public override Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask;

    private static NotSupportedException ByReturning() => new("The single-machine edition completes and abandons a message by the function's return.");
}
