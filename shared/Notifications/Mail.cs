using VksServerless.Cycles;

namespace VksServerless.Notifications;

/// <summary>Thư: one message to one address.</summary>
/// <param name="Key">The same notice to the same address always has the same key: it is sent once. Letters, digits, - _ . | only.</param>
/// <param name="Kind">What it is about: the subject of the event.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record Mail(string Key, CycleId Cycle, string Kind, string To, string Subject, string Text);

/// <summary>A mail as the log has it.</summary>
/// <param name="SentAt">Null: recorded, not yet handed to the mail server.</param>
public sealed record LoggedMail(Mail Mail, DateTimeOffset RecordedAt, DateTimeOffset? SentAt);

/// <summary>Hands a mail to whoever carries it.</summary>
public interface IMailer
{
    /// <exception cref="MailRefusedException">The address or the mail is refused for good: trying again is of no use.</exception>
    Task Send(Mail mail, CancellationToken cancellation);
}

/// <summary>A mail that will never go out.</summary>
public sealed class MailRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What was sent to whom: recorded before sending, marked after, so that a repeated notice is not sent again.</summary>
public interface IMailLog
{
    /// <summary>Records the mail unless it is there.</summary>
    /// <returns>False when it was sent before.</returns>
    Task<bool> Record(Mail mail, DateTimeOffset now, CancellationToken cancellation);

    Task MarkSent(Mail mail, DateTimeOffset now, CancellationToken cancellation);

    /// <param name="size">1 to 1000.</param>
    Task<Page<LoggedMail>> List(CycleId? cycle, int size, string? continuation, CancellationToken cancellation);
}
