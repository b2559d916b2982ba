using VksServerless.Application.People;

namespace VksServerless.Storage.People;

internal sealed class SessionKeyStore(IRowStore rows) : ISessionKeys
{
    private const string Partition = "session-keys";
    private const string First = "first";

    public async Task<IReadOnlyList<string>> All(CancellationToken cancellation) =>
        [.. (await rows.List(Partition, "", cancellation)).Select(row => StoredJson.Read<SessionKey>(row).Value.Xml)];

    /// <summary>Of hosts that start together without a key, one gives the first; what the others made is dropped.</summary>
    public async Task Add(string name, string key, CancellationToken cancellation)
    {
        var written = StoredJson.Write(new SessionKey(key));
        RowWrite write = (await rows.List(Partition, "", cancellation)).Count == 0
            ? new RowWrite.Insert(First, written)
            : new RowWrite.Upsert(name, written);
        await rows.TryCommit(Partition, [write], [], cancellation);
    }

    private sealed record SessionKey(string Xml);
}
