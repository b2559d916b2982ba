using VksServerless.Application.Events;

namespace VksServerless.Storage.Events;

/// <summary>A row for each message that was given up, in a partition for each subscription.</summary>
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
}

/// <summary>Where a message that was given up stands: one for each subscription and body.</summary>
public static class SetAsideRow
{
    internal const string Partitions = "set-aside|";
    internal const string Key = "m|";

    public static (string Partition, RowWrite.Insert Row) Of(SetAsideMessage message) =>
        (Partitions + message.Subscription, new RowWrite.Insert(Key + message.Digest, StoredJson.Write(message)));
}
