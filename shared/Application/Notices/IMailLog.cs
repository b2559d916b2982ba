using VksServerless.Cycles;
using VksServerless.Notices;

namespace VksServerless.Application.Notices;

/// <summary>What was sent to whom: recorded before sending, marked after, so that a repeated notice is not sent again.</summary>
public interface IMailLog
{
    /// <summary>Records the mail unless it is there; from then on it waits.</summary>
    /// <returns>Null when it was recorded before: another caller delivers it.</returns>
    Task<Versioned<LoggedMail>?> Record(Mail mail, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>It waits no longer. Marking what somebody else has marked changes nothing.</summary>
    Task MarkSent(Versioned<LoggedMail> waiting, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>It waits no longer, and never goes out.</summary>
    Task MarkRefused(Versioned<LoggedMail> waiting, string why, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>The first of what is neither sent nor refused: what cannot wait before what can, each oldest first.</summary>
    /// <param name="most">1 to 1000.</param>
    Task<IReadOnlyList<Versioned<LoggedMail>>> Waiting(MailFile file, int most, CancellationToken cancellation);

    Task<Versioned<LoggedMail>?> Find(MailFile file, string key, CancellationToken cancellation);

    /// <summary>Writes a mail that has failed as one that waits.</summary>
    /// <returns>Null when it is no longer as it was read; otherwise the mail as it waits.</returns>
    Task<Versioned<LoggedMail>?> Reopen(Versioned<LoggedMail> failed, LoggedMail next, CancellationToken cancellation);

    /// <param name="file">Null: every mail.</param>
    /// <param name="size">1 to 1000.</param>
    Task<Page<LoggedMail>> List(MailFile? file, int size, string? continuation, CancellationToken cancellation);
}
