using System.Text;
using VksServerless.Application.Events;

namespace VksServerless.Storage.Events;

/// <summary>
/// A row for each message that was given up, in a partition for each subscription. Sent on its way again, it leaves a row that says so
/// and a message in the partition's outbox.
/// </summary>
internal sealed class SetAsideMessages(IRowStore rows) : ISetAsideMessages
{
    public async Task Keep(SetAsideMessage message, CancellationToken cancellation)
    {
        var (partition, row) = SetAsideRow.Of(message);
        await rows.TryCommit(partition, [row], [], cancellation);
    }

    public async Task<Page<SetAsideMessage>> List(int size, string? continuation, CancellationToken cancellation)
    {
        var page = await rows.Scan(SetAsideRow.Partitions, SetAsideRow.Key, size, continuation, cancellation);
        return new Page<SetAsideMessage>([.. page.Rows.Select(row => StoredJson.Read<SetAsideMessage>(row.Body))], page.Continuation);
    }

    public async Task<Versioned<SetAsideMessage>?> Find(string subscription, string digest, CancellationToken cancellation) =>
        digest.Length == SetAsideRow.DigestLength && digest.All(char.IsAsciiHexDigitLower)
        && await rows.Find(SetAsideRow.PartitionOf(subscription), SetAsideRow.Key + digest, cancellation) is { } row
            ? StoredJson.Read<SetAsideMessage>(row)
            : null;

    public async Task<bool> Resend(Versioned<SetAsideMessage> message, MessageResend record, CancellationToken cancellation)
    {
        var read = message.Value;

        // Named after the row: asked twice it goes once, and what fails and is sent again later is another one to the carrier.
        var name = Sha256.Over(Encoding.UTF8.GetBytes($"{read.Subscription} {read.Digest} {message.ETag}")).ToString();
        var again = new OutboxMessage(name, Subscriptions.Again(read.Subscription), new EventMessage(read.Body).Write());
        try
        {
            await rows.Commit(
                SetAsideRow.PartitionOf(read.Subscription),
                [
                    new RowWrite.Delete(SetAsideRow.Key + read.Digest, message.ETag),
                    new RowWrite.Upsert(SetAsideRow.Resent + name, StoredJson.Write(record)),
                ],
                [again],
                cancellation);
            return true;
        }
        catch (RowConflictException)
        {
            return false;
        }
    }

    public async Task<Page<MessageResend>> Resent(int size, string? continuation, CancellationToken cancellation)
    {
        var page = await rows.Scan(SetAsideRow.Partitions, SetAsideRow.Resent, size, continuation, cancellation);
        return new Page<MessageResend>([.. page.Rows.Select(row => StoredJson.Read<MessageResend>(row.Body))], page.Continuation);
    }
}

/// <summary>Where a message that was given up stands: one for each subscription and body.</summary>
public static class SetAsideRow
{
    internal const string Partitions = "set-aside|";
    internal const string Key = "m|";
    internal const string Resent = "r|";
    internal const int DigestLength = 64;

    public static string PartitionOf(string subscription) => Partitions + subscription;

    public static (string Partition, RowWrite.Insert Row) Of(SetAsideMessage message) =>
        (PartitionOf(message.Subscription), new RowWrite.Insert(Key + message.Digest, StoredJson.Write(message)));
}
