using System.Text.Json.Serialization;
using VksServerless.Cycles;
using VksServerless.Events;

namespace VksServerless.Notifications;

/// <summary>Thư: one message to one address.</summary>
/// <param name="Key">The same notice to the same address always has the same key: it is sent once. Letters, digits, - _ . | only.</param>
/// <param name="Kind">What it is about: the subject of the event.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
public sealed record Mail(string Key, CycleId Cycle, string Kind, string To, string Subject, string Text)
{
    /// <summary>The opening notices go to everyone at once, weeks before anything is due: what answers somebody goes out before them.</summary>
    [JsonIgnore]
    public bool CanWait => Kind == nameof(UnitObliged);
}

/// <summary>A mail as the log has it.</summary>
/// <param name="SentAt">Null: not handed to the mail server, yet or for good.</param>
/// <param name="Refused">Not null: it will never go out.</param>
public sealed record LoggedMail(Mail Mail, DateTimeOffset RecordedAt, DateTimeOffset? SentAt, MailRefusal? Refused = null);

/// <param name="Why">As the carrier said it.</param>
public sealed record MailRefusal(DateTimeOffset At, string Why);

/// <summary>Hands a mail to whoever carries it.</summary>
public interface IMailer
{
    /// <exception cref="MailRefusedException">The address or the mail is refused for good: trying again is of no use.</exception>
    /// <exception cref="MailLaterException">No mail is taken now, whichever it is. Any other exception is about this mail alone, and may pass.</exception>
    Task Send(Mail mail, CancellationToken cancellation);
}

/// <summary>A mail that will never go out.</summary>
public sealed class MailRefusedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The carrier takes no mail at present: a limit is reached, or it cannot be reached.</summary>
/// <param name="retryAfter">Null: it did not say for how long.</param>
public sealed class MailLaterException(TimeSpan? retryAfter, Exception? inner = null) : Exception("No mail is taken now.", inner)
{
    public TimeSpan? RetryAfter => retryAfter;
}

/// <summary>What was sent to whom: recorded before sending, marked after, so that a repeated notice is not sent again.</summary>
public interface IMailLog
{
    /// <summary>Records the mail unless it is there; from then on it waits.</summary>
    /// <returns>Null when it was recorded before: what becomes of it is somebody else's business.</returns>
    Task<Versioned<LoggedMail>?> Record(Mail mail, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>It waits no longer. Marking what somebody else has marked changes nothing.</summary>
    Task MarkSent(Versioned<LoggedMail> waiting, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>It waits no longer, and never goes out.</summary>
    Task MarkRefused(Versioned<LoggedMail> waiting, string why, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>The first of what is neither sent nor refused: what cannot wait before what can, each oldest first.</summary>
    /// <param name="most">1 to 1000.</param>
    Task<IReadOnlyList<Versioned<LoggedMail>>> Waiting(CycleId cycle, int most, CancellationToken cancellation);

    /// <param name="size">1 to 1000.</param>
    Task<Page<LoggedMail>> List(CycleId? cycle, int size, string? continuation, CancellationToken cancellation);
}
