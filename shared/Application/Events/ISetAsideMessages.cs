namespace VksServerless.Application.Events;

/// <summary>Messages that are not tried again, each with its reason.</summary>
public interface ISetAsideMessages
{
    /// <summary>Keeps it. The same message set aside again changes nothing.</summary>
    Task Keep(SetAsideMessage message, CancellationToken cancellation);

    /// <param name="size">1 to 1000.</param>
    Task<Page<SetAsideMessage>> List(int size, string? continuation, CancellationToken cancellation);
}

/// <param name="Digest">Of the body: what tells it from others of the subscription.</param>
/// <param name="Reason">One of a few, in English.</param>
/// <param name="Fault">What went wrong the last time, up to 1,000 characters.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record SetAsideMessage(
    string Subscription, string Digest, string Reason, string Fault, int Attempts, DateTimeOffset At, ReadOnlyMemory<byte> Body);
