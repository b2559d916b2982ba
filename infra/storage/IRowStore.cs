namespace VksServerless.Storage;

/// <summary>
/// Small JSON rows in partitions. The rows of one partition change together or not at all, and the events that
/// follow from a change are written with it. Implemented by SQLite and by Azure Table Storage.
/// </summary>
public interface IRowStore
{
    /// <summary>The row, or null.</summary>
    Task<Row?> Find(string partition, string key, CancellationToken cancellation);

    /// <summary>The rows of one partition whose key begins with <paramref name="keyPrefix"/>, in ordinal order of their keys.</summary>
    Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation);

    /// <summary>The first of those that <see cref="List"/> would give, sought: what stands before or behind them is not read.</summary>
    /// <param name="after">Null: from the beginning. Otherwise only rows whose key sorts behind it.</param>
    /// <param name="most">1 to 1000 rows.</param>
    Task<IReadOnlyList<Row>> First(string partition, string keyPrefix, string? after, int most, CancellationToken cancellation);

    /// <summary>
    /// A page of rows, in ordinal order of partition and key, over every partition that begins with
    /// <paramref name="partitionPrefix"/>, whose key begins with <paramref name="keyPrefix"/>.
    /// </summary>
    /// <param name="size">1 to 1000 rows.</param>
    /// <param name="continuation">Null for the first page; otherwise <see cref="RowPage.Continuation"/> of the page before.</param>
    /// <exception cref="ContinuationUnknownException">It is not of a page before, of this very scan.</exception>
    Task<RowPage> Scan(string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation);

    /// <summary>
    /// Writes all of it durably, or nothing. At most 100 writes and messages together, 2800 KiB of bodies, one write a key
    /// (<see cref="RowLimits"/>).
    /// </summary>
    /// <returns>The new ETag of each written row, by key.</returns>
    /// <exception cref="ArgumentException">A limit is broken.</exception>
    /// <exception cref="RowConflictException">A condition of a write did not hold: load again and decide again.</exception>
    Task<IReadOnlyDictionary<string, ETag>> Commit(
        string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation);
}

/// <param name="Partition">1 to 200 characters, letters, digits and - _ . | only.</param>
/// <param name="Key">As <paramref name="Partition"/>.</param>
/// <param name="Body">UTF-8 JSON, up to 900 KiB.</param>
/// <param name="ETag">Opaque, changes with every write.</param>
public sealed record Row(string Partition, string Key, ReadOnlyMemory<byte> Body, ETag ETag);

/// <param name="Continuation">Null when there is no further page.</param>
public sealed record RowPage(IReadOnlyList<Row> Rows, string? Continuation);

/// <summary>One change within a <see cref="IRowStore.Commit"/>.</summary>
public abstract record RowWrite(string Key)
{
    /// <summary>Refused when the row exists.</summary>
    public sealed record Insert(string Key, ReadOnlyMemory<byte> Body) : RowWrite(Key);

    /// <summary>Refused unless the row exists with this ETag.</summary>
    public sealed record Replace(string Key, ReadOnlyMemory<byte> Body, ETag ETag) : RowWrite(Key);

    /// <summary>Written whatever was there.</summary>
    public sealed record Upsert(string Key, ReadOnlyMemory<byte> Body) : RowWrite(Key);

    /// <summary>Refused unless the row exists with this ETag.</summary>
    public sealed record Delete(string Key, ETag ETag) : RowWrite(Key);
}

/// <param name="Id">Unique over all messages; becomes the bus message's id, so that duplicates are detected. As a row key.</param>
/// <param name="Subject">The event's name; subscriptions filter by it.</param>
/// <param name="Body">UTF-8 JSON, up to 32 KiB.</param>
public sealed record OutboxMessage(string Id, string Subject, ReadOnlyMemory<byte> Body);

/// <summary>A row was not as the writer believed it to be.</summary>
public sealed class RowConflictException(string partition, Exception? inner = null)
    : Exception($"A row of partition {partition} has changed since it was read.", inner);
