using VksServerless.Notices;

namespace VksServerless.Application.Notices;

/// <summary>Hands a mail to the mail server.</summary>
public interface IMailer
{
    /// <exception cref="MailRefusedException">The address or the mail is refused for good: trying again is of no use.</exception>
    /// <exception cref="MailLaterException">No mail is taken now, whichever it is. Any other exception is about this mail alone,
    /// and may pass.</exception>
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
