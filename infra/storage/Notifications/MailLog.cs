using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using VksServerless.Cycles;
using VksServerless.Notifications;

namespace VksServerless.Storage.Notifications;

internal sealed class MailLog(IRowStore rows) : IMailLog
{
    private const string Partitions = "mails|";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.|");

    public async Task<bool> Record(Mail mail, DateTimeOffset now, CancellationToken cancellation) =>
        await Insert(new LoggedMail(mail, now, null), cancellation)
        || await Find(mail, cancellation) is not { Value.SentAt: not null };

    public async Task MarkSent(Mail mail, DateTimeOffset now, CancellationToken cancellation)
    {
        var marked = false;
        while (!marked)
        {
            marked = await Find(mail, cancellation) switch
            {
                null => await Insert(new LoggedMail(mail, now, now), cancellation),
                { Value.SentAt: not null } => true,
                var logged => await rows.TryCommit(
                    Partition(mail.Cycle),
                    [new RowWrite.Replace(KeyOf(mail), StoredJson.Write(logged.Value with { SentAt = now }), logged.ETag)],
                    [],
                    cancellation) is not null,
            };
        }
    }

    public async Task<Page<LoggedMail>> List(CycleId? cycle, int size, string? continuation, CancellationToken cancellation)
    {
        var page = await rows.Scan(cycle is { } one ? Partition(one) : Partitions, "", size, continuation, cancellation);
        return new Page<LoggedMail>([.. page.Rows.Select(row => StoredJson.Read<LoggedMail>(row.Body))], page.Continuation);
    }

    private async Task<bool> Insert(LoggedMail logged, CancellationToken cancellation) =>
        await rows.TryCommit(
            Partition(logged.Mail.Cycle), [new RowWrite.Insert(KeyOf(logged.Mail), StoredJson.Write(logged))], [], cancellation) is not null;

    private async Task<Versioned<LoggedMail>?> Find(Mail mail, CancellationToken cancellation) =>
        await rows.Find(Partition(mail.Cycle), KeyOf(mail), cancellation) is { } row ? StoredJson.Read<LoggedMail>(row) : null;

    private static string Partition(CycleId cycle) => Partitions + cycle;

    /// <summary>A key that a row cannot have is replaced by its hash.</summary>
    private static string KeyOf(Mail mail) => mail.Key.Length is > 0 and <= 200 && !mail.Key.AsSpan().ContainsAnyExcept(Allowed)
        ? mail.Key
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Key)));
}
