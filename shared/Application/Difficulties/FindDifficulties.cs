using VksServerless.Access;
using VksServerless.Application.Units;
using VksServerless.Difficulties;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Application.Difficulties;

/// <summary>Looks for difficulties by what people know of them, as far as they may see them.</summary>
public sealed class FindDifficulties(ListDifficulties list, IDirectoryStore directories, TimeProvider clock) : IUseCase
{
    private const int ReadAtOnce = 100;

    /// <summary>So many are looked at for one page: who wants to look further back asks for the next.</summary>
    private const int MostRead = 2_000;

    /// <param name="size">About so many.</param>
    /// <returns>A page; an empty one with a continuation says that older ones have not been looked at yet.</returns>
    public async Task<Outcome<Page<DifficultyEntry>>> Execute(
        DifficultyFilter filter, Caller caller, int size, string? continuation, CancellationToken cancellation)
    {
        if (!Permission.ReadsDifficulties(caller))
        {
            return AccessRefusals.NotPermitted;
        }

        var directory = (await directories.Read(cancellation)).Value;
        var readsAll = Permission.ReadsDifficulty(caller, UnitCode.Sector, null, directory);
        var shelves = Shelves(filter, caller, readsAll, directory);
        var (found, read, next) = (new List<DifficultyEntry>(), 0, continuation);
        do
        {
            if (await Read(shelves, filter.Looks ? ReadAtOnce : size, next, cancellation) is not { } page)
            {
                return DifficultyRefusals.PageUnknown;
            }

            found.AddRange(page.Items.Where(entry => Matches(filter, entry, caller, directory)));
            (read, next) = (read + page.Items.Count, page.Continuation);
        }
        while (next is not null && found.Count < size && read < MostRead);
        return new Page<DifficultyEntry>(found, next);
    }

    private async Task<Page<DifficultyEntry>?> Read(
        IReadOnlyList<Shelf> shelves, int size, string? continuation, CancellationToken cancellation)
    {
        try
        {
            return await list.Execute(shelves, size, continuation, cancellation);
        }
        catch (ContinuationUnknownException)
        {
            return null;
        }
    }

    private IReadOnlyList<Shelf> Shelves(DifficultyFilter filter, Caller caller, bool readsAll, UnitDirectory directory)
    {
        if (filter.Mine)
        {
            return Attention.ShelvesWaitingFor(caller);
        }

        var shelf = filter.Overdue ? Shelf.All with { OverdueAt = clock.GetUtcNow() } : Shelf.All with { State = filter.State };
        return filter.Assigned ? [shelf with { Assignee = caller.Unit }]
            : !readsAll
                ? [.. directory.Within(caller.Unit).Where(unit => IsOf(filter, unit, directory)).Select(unit => shelf with { Unit = unit })]
            : UnitCode.TryParse(filter.Unit.ToUpperInvariant(), out var code) && directory.Find(code) is not null
                ? [shelf with { Unit = code }]
                : [shelf];
    }

    private bool Matches(DifficultyFilter filter, DifficultyEntry entry, Caller caller, UnitDirectory directory) =>
        (!filter.Mine || entry.WaitsFor(caller))
        && (filter.State is null || entry.State == filter.State)
        && (!filter.Overdue || entry.IsOverdue(clock.GetUtcNow()))
        && IsOf(filter, entry.Unit, directory)
        && (filter.Cycle is null || entry.From?.Cycle == filter.Cycle)
        && Search.Plain(entry.Title).Contains(Search.Plain(filter.Search), StringComparison.Ordinal);

    private static bool IsOf(DifficultyFilter filter, UnitCode unit, UnitDirectory directory) =>
        filter.Unit.Length == 0
        || (UnitCode.TryParse(filter.Unit.ToUpperInvariant(), out var code) && directory.Find(code) is not null
            ? unit == code
            : directory.Find(unit) is { } known ? known.Matches(Search.Plain(filter.Unit)) : false);
}
