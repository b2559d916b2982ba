using VksServerless.Application.People;

namespace VksServerless.Storage.People;

internal sealed class SessionKeyStore(IRowStore rows) : ISessionKeys
{
    private const string Partition = "session-keys";

    public async Task<IReadOnlyList<string>> All(CancellationToken cancellation) =>
        [.. (await rows.List(Partition, "", cancellation)).Select(row => StoredJson.Read<SessionKey>(row).Value.Xml)];

    public Task Add(string name, string key, CancellationToken cancellation) =>
        rows.Commit(Partition, [new RowWrite.Upsert(name, StoredJson.Write(new SessionKey(key)))], [], cancellation);

    private sealed record SessionKey(string Xml);
}
