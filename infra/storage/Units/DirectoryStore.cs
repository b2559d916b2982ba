using VksServerless.Application.Units;
using VksServerless.Units;

namespace VksServerless.Storage.Units;

/// <summary>Each version is a blob, named by its content as well, so that a writer who lost leaves nothing in the next one's way.</summary>
internal sealed class DirectoryStore(IRowStore rows, IBlobStore blobs) : IDirectoryStore
{
    private const string Partition = "directory";
    private const string Key = "newest";

    private Held? _held;

    public async Task<Versioned<UnitDirectory>> Read(CancellationToken cancellation) =>
        await Newest(cancellation) is { } newest
            ? new Versioned<UnitDirectory>(await Load(newest.Value, cancellation), newest.ETag)
            : new Versioned<UnitDirectory>(UnitDirectory.Empty, ETag.None);

    public async Task<ETag?> Replace(UnitDirectory directory, ETag etag, CancellationToken cancellation)
    {
        var newest = await Newest(cancellation);
        if ((newest?.ETag ?? ETag.None) != etag)
        {
            return null;
        }

        var content = StoredJson.Write(directory.Units);
        var changes = directory.Changes.Count > 0 ? StoredJson.Write(directory.Changes) : default(ReadOnlyMemory<byte>?);
        var next = new NewestDirectory(
            (newest?.Value.Version ?? 0) + 1, WholeBlobs.HashOf(content), changes is { } some ? WholeBlobs.HashOf(some) : null);
        await blobs.WriteOnce(BlobOf(next), content, cancellation);
        if (changes is { } record)
        {
            await blobs.WriteOnce(ChangesOf(next), record, cancellation);
        }

        var row = StoredJson.Write(next);
        var etags = await rows.TryCommit(
            Partition, [newest is null ? new RowWrite.Insert(Key, row) : new RowWrite.Replace(Key, row, etag)], [], cancellation);
        return etags?[Key];
    }

    private async Task<Versioned<NewestDirectory>?> Newest(CancellationToken cancellation) =>
        await rows.Find(Partition, Key, cancellation) is { } row ? StoredJson.Read<NewestDirectory>(row) : null;

    private async Task<UnitDirectory> Load(NewestDirectory newest, CancellationToken cancellation)
    {
        if (Volatile.Read(ref _held) is { } held && held.Version == newest)
        {
            return held.Directory;
        }

        var content = await blobs.ReadProven(BlobOf(newest), newest.Sha256, cancellation)
            ?? throw new InvalidDataException($"Version {newest.Version} of the directory is missing.");
        var directory = UnitDirectory.Of(StoredJson.Read<List<Unit>>(content), await Changes(newest, cancellation));
        Volatile.Write(ref _held, new Held(newest, directory));
        return directory;
    }

    private async Task<IReadOnlyList<DirectoryChange>> Changes(NewestDirectory newest, CancellationToken cancellation) =>
        newest.Changes is { } sha256
        ? StoredJson.Read<List<DirectoryChange>>(
            await blobs.ReadProven(ChangesOf(newest), sha256, cancellation)
                ?? throw new InvalidDataException($"The changes of version {newest.Version} of the directory are missing."))
        : [];

    private static string ChangesOf(NewestDirectory version) => $"directory/changes/{version.Changes}";

    private static string BlobOf(NewestDirectory version) => $"directory/{version.Version}/{version.Sha256}";

    /// <param name="Changes">SHA-256 of what is on record of the units' changes; null before the first.</param>
    private sealed record NewestDirectory(int Version, string Sha256, string? Changes = null);

    private sealed record Held(NewestDirectory Version, UnitDirectory Directory);
}
