namespace VksServerless.Emulation.Bus;

/// <summary>A message that the bus holds for a subscription, looked at without touching it.</summary>
/// <param name="Body">The bytes of the body; empty where it is not made of data sections.</param>
/// <param name="DeliveryCount">Deliveries that were not completed.</param>
/// <param name="DueAt">When a scheduled message is enqueued.</param>
/// <param name="DeadLetterReason">Why it is dead-lettered, if its receiver said so.</param>
public sealed record HeldMessage(
    long SequenceNumber, MessageState State, string? MessageId, string? Subject, ReadOnlyMemory<byte> Body, int DeliveryCount,
    DateTimeOffset? DueAt, string? DeadLetterReason, string? DeadLetterDescription);
