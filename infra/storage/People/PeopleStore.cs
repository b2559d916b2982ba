using VksServerless.Application.People;
using VksServerless.People;

namespace VksServerless.Storage.People;

/// <summary>Each version is a blob, named by its content as well, so that a writer who lost leaves nothing in the next one's way.</summary>
internal sealed class PeopleStore(IRowStore rows, IBlobStore blobs) : IPeople
{
    private const string Partition = "people";
    private const string Key = "newest";

    private Held? _held;

    public async Task<Versioned<PeopleRegister>> Read(CancellationToken cancellation) =>
        await Newest(cancellation) is { } newest
            ? new Versioned<PeopleRegister>(await Load(newest.Value, cancellation), newest.ETag)
            : new Versioned<PeopleRegister>(PeopleRegister.Empty, ETag.None);

    public async Task<Person?> Find(PersonId id, CancellationToken cancellation) => (await Read(cancellation)).Value.Find(id);

    public async Task<ETag?> Replace(PeopleRegister register, ETag etag, CancellationToken cancellation)
    {
        var newest = await Newest(cancellation);
        if ((newest?.ETag ?? ETag.None) != etag)
        {
            return null;
        }

        var content = StoredJson.Write(register.People);
        var next = new NewestRegister((newest?.Value.Version ?? 0) + 1, WholeBlobs.HashOf(content));
        await blobs.WriteOnce(BlobOf(next), content, cancellation);
        var row = StoredJson.Write(next);
        var etags = await rows.TryCommit(
            Partition, [newest is null ? new RowWrite.Insert(Key, row) : new RowWrite.Replace(Key, row, etag)], [], cancellation);
        return etags?[Key];
    }

    private async Task<Versioned<NewestRegister>?> Newest(CancellationToken cancellation) =>
        await rows.Find(Partition, Key, cancellation) is { } row ? StoredJson.Read<NewestRegister>(row) : null;

    private async Task<PeopleRegister> Load(NewestRegister newest, CancellationToken cancellation)
    {
        if (Volatile.Read(ref _held) is { } held && held.Version == newest)
        {
            return held.Register;
        }

        var content = await blobs.ReadProven(BlobOf(newest), newest.Sha256, cancellation)
            ?? throw new InvalidDataException($"Version {newest.Version} of the register of persons is missing.");
        var register = PeopleRegister.Of(StoredJson.Read<List<Person>>(content));
        Volatile.Write(ref _held, new Held(newest, register));
        return register;
    }

    private static string BlobOf(NewestRegister version) => $"people/{version.Version}/{version.Sha256}";

    private sealed record NewestRegister(int Version, string Sha256);

    private sealed record Held(NewestRegister Version, PeopleRegister Register);
}
