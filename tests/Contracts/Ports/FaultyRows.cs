using VksServerless.Storage;

namespace VksServerless.Contracts.Ports;

/// <summary>A row store that comes to grief once, at the commit that is said.</summary>
/// <param name="atCommit">From 1.</param>
/// <param name="before">True: nothing is written. False: it is written and the reply is lost.</param>
internal sealed class FaultyRows(IRowStore inner, int atCommit, bool before) : IRowStore
{
    private int _commits;

    public int Lists { get; private set; }

    public int Reads { get; private set; }

    public int Commits => _commits;

    public Task<Row?> Find(string partition, string key, CancellationToken cancellation)
    {
        Reads++;
        return inner.Find(partition, key, cancellation);
    }

    public Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation)
    {
        Lists++;
        Reads++;
        return inner.List(partition, keyPrefix, cancellation);
    }

    public Task<IReadOnlyList<Row>> First(string partition, string keyPrefix, string? after, int most, CancellationToken cancellation)
    {
        Reads++;
        return inner.First(partition, keyPrefix, after, most, cancellation);
    }

    public Task<RowPage> Scan(string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation) =>
        inner.Scan(partitionPrefix, keyPrefix, size, continuation, cancellation);

    public async Task<IReadOnlyDictionary<string, ETag>> Commit(
        string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        var faulty = Interlocked.Increment(ref _commits) == atCommit;
        if (faulty && before)
        {
            throw new IOException("The power fails before the commit.");
        }

        var etags = await inner.Commit(partition, writes, messages, cancellation);
        return faulty ? throw new IOException("The reply is lost.") : etags;
    }
}
