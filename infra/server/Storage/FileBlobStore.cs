using System.Buffers;
using System.Security.Cryptography;
using VksServerless.Storage;

namespace VksServerless.Server.Storage;

/// <summary>
/// Blobs of up to 128 KiB stand in the database, where they share an fsync with whatever else is written; larger ones
/// are files. A blob is there when its row is: a file without a row is a leftover of a crash, swept away at the start.
/// </summary>
public sealed class FileBlobStore(SqliteDatabase database, BlobFolder folder) : IBlobStore
{
    private const int LargestInDatabase = 128 * 1024;
    private const int HeadLength = 4096;

    public async Task<BlobWritten> Write(string name, Stream content, Func<BlobFacts, bool> keep, CancellationToken cancellation)
    {
        BlobNames.Check(name);
        if (content.CanSeek && content.Length - content.Position is <= LargestInDatabase and var known)
        {
            var small = new byte[known];
            await content.ReadExactlyAsync(small, cancellation);
            return await WriteSmall(name, small, keep);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(LargestInDatabase + 1);
        try
        {
            var start = buffer.AsMemory(0, LargestInDatabase + 1);
            var length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
            return length <= LargestInDatabase
                ? await WriteSmall(name, start[..length].ToArray(), keep)
                : await WriteLarge(name, start, content, keep, cancellation);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public Task<Stream?> Open(string name, CancellationToken cancellation)
    {
        BlobNames.Check(name);
        var found = database.Read(session => session.First(
            "select content, file from blobs where name = ?1",
            row => (Content: row.IsDBNull(0) ? null : row.GetFieldValue<byte[]>(0), File: row.IsDBNull(1) ? null : row.GetString(1)),
            name));
        return Task.FromResult<Stream?>(found switch
        {
            { Content: { } bytes } => new MemoryStream(bytes, writable: false),
            { File: { } file } => folder.Open(file),
            _ => null,
        });
    }

    public async Task Delete(string name, CancellationToken cancellation)
    {
        BlobNames.Check(name);
        var file = await database.Write(session =>
        {
            var old = (string?)session.Value("select file from blobs where name = ?1", name);
            session.Run("delete from blobs where name = ?1", name);
            return old;
        });
        if (file is not null)
        {
            folder.Remove(file);
        }
    }

    private async Task<BlobWritten> WriteSmall(string name, byte[] content, Func<BlobFacts, bool> keep)
    {
        var facts = new BlobFacts(
            content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), content.AsMemory(0, Math.Min(content.Length, HeadLength)));
        return keep(facts) ? await Insert(name, facts, content, null) : new BlobWritten(facts, Kept: false, Existed: Exists(name));
    }

    private async Task<BlobWritten> WriteLarge(
        string name, ReadOnlyMemory<byte> start, Stream rest, Func<BlobFacts, bool> keep, CancellationToken cancellation)
    {
        var file = folder.NewName();
        BlobWritten written;
        try
        {
            var facts = await folder.Write(file, start, rest, HeadLength, cancellation);
            written = keep(facts) ? await Refer(name, facts, file) : new BlobWritten(facts, Kept: false, Existed: Exists(name));
        }
        catch
        {
            Quietly.Do(() => folder.Remove(file));
            throw;
        }

        if (written.Existed || !written.Kept)
        {
            // What stays behind is swept away at the next start.
            Quietly.Do(() => folder.Remove(file));
        }

        return written;
    }

    private Task<BlobWritten> Refer(string name, BlobFacts facts, string file)
    {
        folder.MakeDurable(file);
        return Insert(name, facts, null, file);
    }

    private bool Exists(string name) => database.Read(session => session.Value("select 1 from blobs where name = ?1", name)) is not null;

    private async Task<BlobWritten> Insert(string name, BlobFacts facts, byte[]? content, string? file)
    {
        var existing = await database.Write(session => session.Run(
            "insert into blobs(name, length, sha256, content, file) values (?1, ?2, ?3, ?4, ?5) on conflict do nothing",
            name, facts.Length, facts.Sha256, content, file) == 1
                ? null
                : (string)session.Value("select sha256 from blobs where name = ?1", name)!);
        return new BlobWritten(facts, Kept: existing is null || existing == facts.Sha256, Existed: existing is not null);
    }
}
