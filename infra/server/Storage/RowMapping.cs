using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using VksServerless.Storage;

namespace VksServerless.Server.Storage;

internal static class RowMapping
{
    public static Row Row(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2), ETag.Of(row.GetString(3)));

    public static IReadOnlyDictionary<string, ETag> Apply(
        SqlSession session, string partition, IReadOnlyList<RowWrite> writes)
    {
        var etags = new Dictionary<string, ETag>(writes.Count, StringComparer.Ordinal);
        foreach (var write in writes)
        {
            // Chance rather than a counter: a row that is deleted and made again never gets an old ETag back.
            var etag = RandomNumberGenerator.GetHexString(16, lowercase: true);
            if (Apply(session, partition, write, etag) == 0)
            {
                throw new RowConflictException(partition);
            }

            if (write is not RowWrite.Delete)
            {
                etags.Add(write.Key, ETag.Of(etag));
            }
        }

        return etags;
    }

    private static int Apply(SqlSession session, string partition, RowWrite write, string etag) => write switch
    {
        RowWrite.Insert insert => session.Run(
            "insert into rows(partition, key, body, etag) values (?1, ?2, ?3, ?4) on conflict do nothing",
            partition, insert.Key, Bytes(insert.Body), etag),
        RowWrite.Upsert upsert => session.Run(
            "insert into rows(partition, key, body, etag) values (?1, ?2, ?3, ?4) " +
            "on conflict do update set body = excluded.body, etag = excluded.etag",
            partition, upsert.Key, Bytes(upsert.Body), etag),
        RowWrite.Replace replace => session.Run(
            "update rows set body = ?3, etag = ?4 where partition = ?1 and key = ?2 and etag = ?5",
            partition, replace.Key, Bytes(replace.Body), etag, replace.ETag.ToString()),
        RowWrite.Delete delete => session.Run(
            "delete from rows where partition = ?1 and key = ?2 and etag = ?3", partition, delete.Key, delete.ETag.ToString()),
        _ => throw new NotSupportedException(
            string.Create(CultureInfo.InvariantCulture, $"A write of kind {write.GetType().Name} is not known.")),
    };

    public static byte[] Bytes(ReadOnlyMemory<byte> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : memory.ToArray();
}
