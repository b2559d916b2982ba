using System.Security.Cryptography;
using VksServerless.Storage;

namespace VksServerless.Server.Storage;

/// <summary>The files of the large blobs. Their names are by chance, so that no name from outside meets the file system.</summary>
public sealed class BlobFolder
{
    private const int NameLength = 32;
    private readonly string _root;

    public BlobFolder(string root, SqliteDatabase database)
    {
        _root = Directory.CreateDirectory(root).FullName;
        if (database.Read(session => session.Value("select 1 from blobs limit 1")) is not null)
        {
            RemoveLeftovers(database);
        }
    }

    /// <summary>For tests of a disk that fails.</summary>
    internal Action<string> Delete { get; init; } = File.Delete;

    /// <summary>
    /// What a crash left: files named as only we name them, that no row knows. A database that knows no blob at all is not asked: it may be
    /// new, and the files another's.
    /// </summary>
    private void RemoveLeftovers(SqliteDatabase database)
    {
        foreach (var path in Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories))
        {
            var name = System.IO.Path.GetFileName(path);
            if (name.Length == NameLength && name.All(char.IsAsciiHexDigitLower) && path == Path(name)
                && database.Read(session => session.Value("select 1 from blobs where file = ?1", name)) is null)
            {
                File.Delete(path);
            }
        }
    }

    public string NewName() => RandomNumberGenerator.GetHexString(NameLength, lowercase: true);

    public async Task<BlobFacts> Write(string file, ReadOnlyMemory<byte> start, Stream rest, int headLength, CancellationToken cancellation)
    {
        if (!Directory.Exists(Folder(file)))
        {
            Directory.CreateDirectory(Folder(file));
            DirectorySync.Flush(_root);
        }

        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = new FileStream(Path(file), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        sha256.AppendData(start.Span);
        await target.WriteAsync(start, cancellation);
        long length = start.Length;
        var buffer = new byte[128 * 1024];
        for (int read; (
            read = await rest.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation)) > 0; length += read)
        {
            sha256.AppendData(buffer.AsSpan(0, read));
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return new BlobFacts(
            length, Convert.ToHexStringLower(sha256.GetHashAndReset()), start[..Math.Min(start.Length, headLength)].ToArray());
    }

    public void MakeDurable(string file)
    {
        using (var handle = File.OpenHandle(Path(file), FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.FlushToDisk(handle);
        }

        DirectorySync.Flush(Folder(file));
    }

    public Stream Open(string file) => new FileStream(Path(file), new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.Read | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    });

    public void Remove(string file)
    {
        if (File.Exists(Path(file)))
        {
            Delete(Path(file));
        }
    }

    private string Folder(string file) => System.IO.Path.Combine(_root, file[..2]);

    private string Path(string file) => System.IO.Path.Combine(Folder(file), file);
}
