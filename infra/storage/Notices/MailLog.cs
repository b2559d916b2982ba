using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VksServerless.Application;
using VksServerless.Application.Notices;
using VksServerless.Cycles;
using VksServerless.Notices;

namespace VksServerless.Storage.Notices;

/// <summary>
/// A row for each mail, and beside it, while the mail waits, a second one in the order in which they go out: the caller that removes that one
/// decides what the first one says.
/// </summary>
internal sealed class MailLog(IRowStore rows) : IMailLog
{
    private const string Partitions = "mails|";
    private const string Mails = "m|";
    private const string WaitingMails = "w|";
    private const int LongestKey = 168;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.|");

    public async Task<Versioned<LoggedMail>?> Record(Mail mail, DateTimeOffset now, CancellationToken cancellation)
    {
        var logged = new LoggedMail(mail, now, null, Trace: Tracing.Here);
        var (body, waiting) = (StoredJson.Write(logged), WaitingKey(logged));
        var etags = await rows.TryCommit(
            Partition(mail.File), [new RowWrite.Insert(Mails + KeyOf(mail.Key), body), new RowWrite.Insert(waiting, body)], [], cancellation);
        return etags is null ? null : new Versioned<LoggedMail>(logged, etags[waiting]);
    }

    public Task MarkSent(Versioned<LoggedMail> waiting, DateTimeOffset now, CancellationToken cancellation) =>
        End(waiting, waiting.Value with { SentAt = now }, cancellation);

    public Task MarkRefused(Versioned<LoggedMail> waiting, string why, DateTimeOffset now, CancellationToken cancellation) =>
        End(waiting, waiting.Value with { Refused = new MailRefusal(now, why) }, cancellation);

    public async Task<IReadOnlyList<Versioned<LoggedMail>>> Waiting(MailFile file, int most, CancellationToken cancellation) =>
        [.. (await rows.First(Partition(file), WaitingMails, null, most, cancellation)).Select(StoredJson.Read<LoggedMail>)];

    public async Task<Versioned<LoggedMail>?> Find(MailFile file, string key, CancellationToken cancellation) =>
        await rows.Find(Partition(file), Mails + KeyOf(key), cancellation) is { } row ? StoredJson.Read<LoggedMail>(row) : null;

    public async Task<Versioned<LoggedMail>?> Reopen(Versioned<LoggedMail> failed, LoggedMail next, CancellationToken cancellation)
    {
        var (body, waiting) = (StoredJson.Write(next), WaitingKey(next));
        var etags = await rows.TryCommit(
            Partition(next.Mail.File),
            [new RowWrite.Replace(Mails + KeyOf(next.Mail.Key), body, failed.ETag), new RowWrite.Insert(waiting, body)],
            [],
            cancellation);
        return etags is null ? null : new Versioned<LoggedMail>(next, etags[waiting]);
    }

    public async Task<Page<LoggedMail>> List(MailFile? file, int size, string? continuation, CancellationToken cancellation)
    {
        var page = await rows.Scan(file is { } one ? Partition(one) : Partitions, Mails, size, continuation, cancellation);
        return new Page<LoggedMail>([.. page.Rows.Select(row => StoredJson.Read<LoggedMail>(row.Body))], page.Continuation);
    }

    /// <summary>When the second row has gone, somebody else has ended the waiting, and said how.</summary>
    private async Task End(Versioned<LoggedMail> waiting, LoggedMail ended, CancellationToken cancellation) => await rows.TryCommit(
        Partition(ended.Mail.File),
        [new RowWrite.Upsert(Mails + KeyOf(ended.Mail.Key), StoredJson.Write(ended)), new RowWrite.Delete(WaitingKey(ended), waiting.ETag)],
        [],
        cancellation);

    private static string Partition(MailFile file) => Partitions + file;

    private static string WaitingKey(LoggedMail logged) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{WaitingMails}{(logged.Mail.CanWait ? 1 : 0)}|{logged.TriedSince.UtcTicks:D19}|{KeyOf(logged.Mail.Key)}");

    /// <summary>A key that a row cannot have is replaced by its hash.</summary>
    private static string KeyOf(string key) => key.Length is > 0 and <= LongestKey && !key.AsSpan().ContainsAnyExcept(Allowed)
        ? key
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
