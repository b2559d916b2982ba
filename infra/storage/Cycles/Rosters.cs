using Microsoft.Extensions.Caching.Memory;
using VksServerless.Cycles;

namespace VksServerless.Storage.Cycles;

/// <summary>The rosters, each a blob that is written once; those in use are held in memory, since none ever changes.</summary>
internal sealed class Rosters(IBlobStore blobs) : IDisposable
{
    private readonly MemoryCache _held = new(new MemoryCacheOptions { SizeLimit = 64, CompactionPercentage = 0.25 });

    public async Task<Roster?> Find(CycleId cycle, CancellationToken cancellation) =>
        _held.TryGetValue(cycle, out Roster? held) ? held
            : await blobs.ReadWhole(BlobOf(cycle), cancellation) is { } content ? Hold(cycle, StoredJson.Read<Roster>(content))
            : null;

    public async Task<Roster> Fix(CycleId cycle, Roster roster, CancellationToken cancellation)
    {
        var written = await blobs.WriteOnce(BlobOf(cycle), StoredJson.Write(roster), cancellation);
        return written.Existed
            ? await Find(cycle, cancellation) ?? throw new InvalidDataException($"The roster of {cycle} has gone.")
            : Hold(cycle, roster);
    }

    public void Dispose() => _held.Dispose();

    private Roster Hold(CycleId cycle, Roster roster) => _held.Set(cycle, roster, new MemoryCacheEntryOptions { Size = 1 });

    private static string BlobOf(CycleId cycle) => $"rosters/{cycle}";
}
