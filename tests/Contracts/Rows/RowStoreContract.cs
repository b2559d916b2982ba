using System.Text;
using VksServerless.Storage;
using VksServerless.Storage.Events;

namespace VksServerless.Contracts.Rows;

/// <summary>What <see cref="IRowStore"/> promises, in every implementation. Each test has a store of its own.</summary>
public abstract partial class RowStoreContract : IAsyncLifetime
{
    protected static CancellationToken None => CancellationToken.None;

    protected IRowStore Rows { get; private set; } = null!;

    /// <summary>The messages that were committed.</summary>
    protected virtual IOutbox Outbox => (IOutbox)Rows;

    public async Task InitializeAsync() => Rows = await NewStore();

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <summary>An empty store.</summary>
    protected abstract Task<IRowStore> NewStore();

    protected static byte[] Json(string text) => Encoding.UTF8.GetBytes($"\"{text}\"");

    protected static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span).Trim('"');

    protected static OutboxMessage Message(string id, string text = "m") => new(id, "report-accepted", Json(text));

    protected static RowWrite.Insert Insert(string key, string text = "v") => new(key, Json(text));

    protected Task<IReadOnlyDictionary<string, ETag>> Commit(string partition, params RowWrite[] writes) =>
        Rows.Commit(partition, writes, [], None);

    protected Task<IReadOnlyDictionary<string, ETag>> Commit(string partition, OutboxMessage[] messages, params RowWrite[] writes) =>
        Rows.Commit(partition, writes, messages, None);

    protected async Task<ETag> Inserted(string partition, string key, string text = "v") =>
        (await Commit(partition, Insert(key, text)))[key];

    protected async Task<string?> Found(string partition, string key) =>
        await Rows.Find(partition, key, None) is { } row ? Text(row.Body) : null;

    protected async Task<string[]> Listed(string partition, string prefix = "") =>
        [.. (await Rows.List(partition, prefix, None)).Select(row => row.Key)];

    protected async Task<string[]> Waiting(string partition = "p", int size = 100) =>
        [.. (await Pending(partition, size)).Select(pending => pending.Message.Id)];

    protected Task<IReadOnlyList<PendingMessage>> Pending(string partition = "p", int size = 100) =>
        Outbox.Pending(partition, TimeSpan.Zero, size, None);

    protected static Task Refused(Func<Task> commit) => Should.ThrowAsync<RowConflictException>(commit);
}
