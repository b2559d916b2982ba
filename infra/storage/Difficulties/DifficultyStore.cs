using VksServerless.Application.Difficulties;
using VksServerless.Difficulties;

namespace VksServerless.Storage.Difficulties;

/// <summary>
/// All difficulties in one partition, so that each changes together with its places in the lists and the events that follow, and
/// one read finds what the relay has missed. A sector of 800 units raises some thousands a year: a partition takes as many a second.
/// </summary>
internal sealed class DifficultyStore(IRowStore rows) : IDifficulties
{
    private const string Partition = DifficultyKeys.Partition;

    public async Task<Versioned<Difficulty>?> Find(DifficultyId id, CancellationToken cancellation) =>
        await rows.Find(Partition, DifficultyKeys.Of(id), cancellation) is { } row ? StoredJson.Read<Difficulty>(row) : null;

    public async Task<Outcome<bool>> Raise(
        Difficulty difficulty, IReadOnlyList<DifficultyEvent> events, int? mostThatDay, CancellationToken cancellation)
    {
        var entry = DifficultyEntry.Of(difficulty);
        IReadOnlyList<RowWrite> raised =
        [
            new RowWrite.Insert(DifficultyKeys.Of(difficulty.Id), StoredJson.Write(difficulty)),
            .. Placed(entry, DifficultyKeys.Places(entry)),
        ];
        while (true)
        {
            var counted = mostThatDay is null ? null : await Counted(difficulty, cancellation);
            if (counted?.Before >= mostThatDay)
            {
                return await Find(difficulty.Id, cancellation) is null ? DifficultyRefusals.TooManyToday : false;
            }

            var writes = counted is { Write: var one } ? raised.Append(one).ToList() : raised;
            if (await rows.TryCommit(Partition, writes, events, cancellation) is not null)
            {
                return true;
            }

            if (await Find(difficulty.Id, cancellation) is not null)
            {
                return false;
            }
        }
    }

    /// <summary>How many the unit has raised that day, and the write that counts one more, unless somebody else does.</summary>
    private async Task<(int Before, RowWrite Write)?> Counted(Difficulty difficulty, CancellationToken cancellation)
    {
        var key = DifficultyKeys.RaisedOn(difficulty.Unit, VietnamTime.DayOf(difficulty.Raising.At));
        var row = await rows.Find(Partition, key, cancellation);
        var before = row is null ? 0 : StoredJson.Read<RaisedThatDay>(row.Body).Count;
        var next = StoredJson.Write(new RaisedThatDay(before + 1));
        return (before, row is null ? new RowWrite.Insert(key, next) : new RowWrite.Replace(key, next, row.ETag));
    }

    private sealed record RaisedThatDay(int Count);

    public async Task<bool> Save(
        Versioned<Difficulty> read, Difficulty next, IReadOnlyList<DifficultyEvent> events, CancellationToken cancellation)
    {
        var entry = DifficultyEntry.Of(next);
        var places = DifficultyKeys.Places(entry);
        var writes = new List<RowWrite> { new RowWrite.Replace(DifficultyKeys.Of(next.Id), StoredJson.Write(next), read.ETag) };
        writes.AddRange(Placed(entry, places));
        foreach (var left in DifficultyKeys.Places(DifficultyEntry.Of(read.Value)).Except(places))
        {
            // Where it stood before: gone when somebody else was quicker, and then the difficulty's own ETag says so.
            if (await rows.Find(Partition, left, cancellation) is { } row)
            {
                writes.Add(new RowWrite.Delete(left, row.ETag));
            }
        }

        return await rows.TryCommit(Partition, writes, events, cancellation) is not null;
    }

    public async Task<Page<DifficultyEntry>> List(Shelf shelf, int size, string? after, CancellationToken cancellation)
    {
        var prefix = DifficultyKeys.Prefix(shelf);
        if (after is not null && !after.StartsWith(prefix, StringComparison.Ordinal))
        {
            throw new ContinuationUnknownException();
        }

        // One more than asked tells whether there is a further page.
        var found = await rows.First(Partition, prefix, after, size + 1, cancellation);
        var entries = found
            .Select(row => (row.Key, Entry: StoredJson.Read<DifficultyEntry>(row.Body)))
            .TakeWhile(row => shelf.OverdueAt is not { } now || row.Entry.IsOverdue(now))
            .ToList();
        return new Page<DifficultyEntry>(
            [.. entries.Take(size).Select(row => row.Entry)], entries.Count > size ? entries[size - 1].Key : null);
    }

    private static IEnumerable<RowWrite> Placed(DifficultyEntry entry, IReadOnlyList<string> places)
    {
        var body = StoredJson.Write(entry);
        return places.Select(place => new RowWrite.Upsert(place, body));
    }
}
