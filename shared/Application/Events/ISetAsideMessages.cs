namespace VksServerless.Application.Events;

/// <summary>Messages that are not tried again, each with its reason, until somebody sends them on their way again.</summary>
public interface ISetAsideMessages
{
    /// <summary>Keeps it. The same message set aside again changes nothing.</summary>
    Task Keep(SetAsideMessage message, CancellationToken cancellation);

    /// <param name="size">1 to 1000.</param>
    Task<Page<SetAsideMessage>> List(int size, string? continuation, CancellationToken cancellation);

    Task<Versioned<SetAsideMessage>?> Find(string subscription, string digest, CancellationToken cancellation);

    /// <summary>Puts it on its way to its own subscription again, and on record, in one step.</summary>
    /// <returns>False when it is no longer as it was read: somebody else was quicker.</returns>
    Task<bool> Resend(Versioned<SetAsideMessage> message, MessageResend record, CancellationToken cancellation);

    /// <summary>What was sent on its way again.</summary>
    /// <param name="size">1 to 1000.</param>
    Task<Page<MessageResend>> Resent(int size, string? continuation, CancellationToken cancellation);
}

/// <param name="Digest">Of the body: what tells it from others of the subscription.</param>
/// <param name="Reason">One of a few, in English.</param>
/// <param name="Fault">What went wrong the last time, up to 1,000 characters.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record SetAsideMessage(
    string Subscription, string Digest, string Reason, string Fault, int Attempts, DateTimeOffset At, ReadOnlyMemory<byte> Body);

/// <summary>That a message was sent on its way again.</summary>
/// <param name="Reason">Why it had been set aside, as <see cref="SetAsideMessage.Reason"/>.</param>
/// <param name="SetAsideAt">When that was.</param>
/// <param name="By">Who sent it, by name.</param>
public sealed record MessageResend(
    string Subscription, string Digest, string Reason, DateTimeOffset SetAsideAt, DateTimeOffset At, string By);
