using Microsoft.Extensions.Caching.Memory;
using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Storage.Cycles;

/// <summary>
/// The rosters, each a blob that is written once; those in use are held in memory. A cycle's own row says which revision is its
/// roster, and a later one knows all that an earlier one knows (<see cref="RosterChange"/>): what is held serves those who ask for
/// it or for an earlier one, and for whatever it knows it need not be the newest.
/// </summary>
internal sealed class Rosters(IBlobStore blobs, IRowStore rows) : IDisposable
{
    private readonly MemoryCache _held = new(new MemoryCacheOptions { SizeLimit = 64, CompactionPercentage = 0.25 });

    public Task<Roster?> Find(Cycle cycle, CancellationToken cancellation) =>
        Find(cycle.Id, cycle.RosterRevision, cycle.UnitChanges is [.., var newest] ? newest.Roster : null, cancellation);

    /// <returns>Null for the sector and for units that the cycle does not know.</returns>
    public async Task<UnitCode?> SuperiorOf(CycleId cycle, UnitCode unit, CancellationToken cancellation) =>
        _held.TryGetValue(cycle, out Held? held) && held!.Roster.Knows(unit) ? held.Roster.SuperiorOf(unit)
            : (await Newest(cycle, cancellation))?.SuperiorOf(unit);

    public async Task<Roster> Fix(CycleId cycle, Roster roster, CancellationToken cancellation)
    {
        var written = await blobs.WriteOnce(BlobOf(cycle, null), StoredJson.Write(roster), cancellation);
        return written.Existed
            ? await Find(cycle, 0, null, cancellation) ?? throw new InvalidDataException($"The roster of {cycle} has gone.")
            : Hold(cycle, 0, roster);
    }

    /// <returns>Its SHA-256, by which it is found again.</returns>
    public async Task<string> Keep(CycleId cycle, Roster roster, CancellationToken cancellation)
    {
        var content = StoredJson.Write(roster);
        var name = WholeBlobs.HashOf(content);
        await blobs.WriteOnce(BlobOf(cycle, name), content, cancellation);
        return name;
    }

    public void Dispose() => _held.Dispose();

    private async Task<Roster?> Newest(CycleId cycle, CancellationToken cancellation) =>
        await rows.Find(CyclePartitions.Cycles + cycle, CyclePartitions.CycleKey, cancellation) is { } row
            ? await Find(StoredJson.Read<Cycle>(row.Body), cancellation)
            : await Find(cycle, 0, null, cancellation);

    private async Task<Roster?> Find(CycleId cycle, int revision, string? name, CancellationToken cancellation)
    {
        if (_held.TryGetValue(cycle, out Held? held) && held!.Revision >= revision)
        {
            return held.Roster;
        }

        var content = name is null
            ? await blobs.ReadWhole(BlobOf(cycle, null), cancellation)
            : await blobs.ReadProven(BlobOf(cycle, name), name, cancellation)
                ?? throw new InvalidDataException($"Revision {revision} of the roster of {cycle} is missing.");
        return content is null ? null : Hold(cycle, revision, StoredJson.Read<Roster>(content.Value));
    }

    private Roster Hold(CycleId cycle, int revision, Roster roster)
    {
        _held.Set(cycle, new Held(revision, roster), new MemoryCacheEntryOptions { Size = 1 });
        return roster;
    }

    private static string BlobOf(CycleId cycle, string? name) => name is null ? $"rosters/{cycle}" : $"rosters/{cycle}.{name}";

    private sealed record Held(int Revision, Roster Roster);
}
