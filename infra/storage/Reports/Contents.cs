using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Storage.Reports;

/// <summary>What was handed in, each under the hash that its receipt names.</summary>
internal sealed class Contents(IBlobStore blobs)
{
    public async Task Write(CycleId cycle, UnitCode unit, Sha256 sha256, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        // The store hashes what it writes: asked for its facts, it need not be hashed once more.
        var written = await blobs.WriteOnce(BlobOf(cycle, unit, sha256), content, facts => facts.Sha256 == sha256.ToString(), cancellation);
        if (written.Facts.Sha256 != sha256.ToString())
        {
            throw new ArgumentException("The content does not have the hash that it is to be stored under.", nameof(sha256));
        }

        if (!written.Kept)
        {
            throw Broken(unit, sha256);
        }
    }

    public async Task<ReadOnlyMemory<byte>> Read(CycleId cycle, UnitCode unit, Sha256 sha256, CancellationToken cancellation) =>
        await blobs.ReadProven(BlobOf(cycle, unit, sha256), sha256.ToString(), cancellation) ?? throw Broken(unit, sha256);

    private static InvalidDataException Broken(UnitCode unit, Sha256 sha256) =>
        new($"The content of {unit} with the SHA-256 {sha256} is missing or has been changed.");

    private static string BlobOf(CycleId cycle, UnitCode unit, Sha256 sha256) => $"contents/{cycle}/{unit}/{sha256}";
}
