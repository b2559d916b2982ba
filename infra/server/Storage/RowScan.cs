using VksServerless.Storage;

namespace VksServerless.Server.Storage;

/// <summary>Pages over many partitions by index seeks: what lies between two ranges is jumped over, never read.</summary>
internal sealed class RowScan(SqlSession session, string partitionPrefix, string keyPrefix)
{
    private const char Separator = '/';

    private readonly string _lastPartition = Prefix.End(partitionPrefix);
    private readonly string _lastKey = Prefix.End(keyPrefix);

    public RowPage Page(int size, string? continuation)
    {
        // One row more than asked tells whether there is a further page.
        var rows = keyPrefix.Length == 0 ? WholePartitions(size + 1, continuation) : KeyRanges(size + 1, continuation);
        if (rows.Count <= size)
        {
            return new RowPage(rows, null);
        }

        rows.RemoveAt(size);
        return new RowPage(rows, $"{rows[^1].Partition}{Separator}{rows[^1].Key}");
    }

    private List<Row> WholePartitions(int size, string? continuation)
    {
        var (partition, key) = continuation is null ? (partitionPrefix, "") : Split(continuation);
        return session.All(
            "select partition, key, body, etag from rows where (partition, key) > (?1, ?2) and partition < ?3 " +
            "order by partition, key limit ?4",
            RowMapping.Row, partition, key, _lastPartition, size);
    }

    private List<Row> KeyRanges(int size, string? continuation)
    {
        var rows = new List<Row>();
        var (partition, key) = continuation is null ? (FirstPartition(), "") : Split(continuation);
        while (partition is not null && rows.Count < size)
        {
            rows.AddRange(session.All(
                "select partition, key, body, etag from rows " +
                "where partition = ?1 and key > ?2 and key >= ?3 and key < ?4 order by key limit ?5",
                RowMapping.Row, partition, key, keyPrefix, _lastKey, size - rows.Count));
            (partition, key) = (PartitionAfter(partition), "");
        }

        return rows;
    }

    private string? FirstPartition() => (string?)session.Value(
        "select partition from rows where partition >= ?1 and partition < ?2 order by partition limit 1",
        partitionPrefix, _lastPartition);

    private string? PartitionAfter(string partition) => (string?)session.Value(
        "select partition from rows where partition > ?1 and partition < ?2 order by partition limit 1",
        partition, _lastPartition);

    // It comes from outside: one that begins elsewhere would lead through rows that are not of this scan.
    private (string? Partition, string Key) Split(string continuation)
    {
        var at = continuation.IndexOf(Separator, StringComparison.Ordinal);
        return at < 0 || !continuation.StartsWith(partitionPrefix, StringComparison.Ordinal)
            ? throw new ContinuationUnknownException()
            : (continuation[..at], continuation[(at + 1)..]);
    }
}
