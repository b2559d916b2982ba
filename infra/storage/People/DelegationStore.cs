using VksServerless.Application.People;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Storage.People;

/// <summary>
/// Each unit's delegations in a partition of their own; every one is written together with the register's row, whose ETag orders the
/// writers.
/// </summary>
internal sealed class DelegationStore(IRowStore rows) : IDelegations
{
    /// <summary>Sorts before every id: a list has read the register's ETag before what it is of.</summary>
    private const string Register = "-register";

    public async Task<Versioned<IReadOnlyList<Delegation>>> Of(UnitCode unit, CancellationToken cancellation)
    {
        var found = await rows.List(Partition(unit), "", cancellation);
        return new Versioned<IReadOnlyList<Delegation>>(
            [.. found.Where(row => row.Key != Register).Select(row => StoredJson.Read<Delegation>(row.Body)).OrderBy(one => one.At)
                .ThenBy(one => one.Id, StringComparer.Ordinal)],
            found.FirstOrDefault(row => row.Key == Register)?.ETag ?? ETag.None);
    }

    public async Task<bool> Enter(Delegation delegation, ETag etag, CancellationToken cancellation)
    {
        var newest = StoredJson.Write(new Newest(delegation.Id));
        return await rows.TryCommit(
            Partition(delegation.Unit),
            [
                etag.IsNone ? new RowWrite.Insert(Register, newest) : new RowWrite.Replace(Register, newest, etag),
                new RowWrite.Upsert(delegation.Id, StoredJson.Write(delegation)),
            ],
            [],
            cancellation) is not null;
    }

    private static string Partition(UnitCode unit) => $"delegations|{unit}";

    private sealed record Newest(string Id);
}
