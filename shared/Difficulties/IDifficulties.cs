using VksServerless.Events;
using VksServerless.Units;

namespace VksServerless.Difficulties;

/// <summary>Where difficulties are kept. None is ever removed.</summary>
public interface IDifficulties
{
    Task<Versioned<Difficulty>?> Find(DifficultyId id, CancellationToken cancellation);

    /// <summary>Keeps a new one, with the events that follow.</summary>
    /// <returns>False when there is one of this id already: nothing was written.</returns>
    Task<bool> Raise(Difficulty difficulty, IReadOnlyList<DifficultyEvent> events, CancellationToken cancellation);

    /// <summary>Writes the next state with the events that follow.</summary>
    /// <returns>False when it is no longer as it was read: nothing was written.</returns>
    Task<bool> Save(Versioned<Difficulty> read, Difficulty next, IReadOnlyList<DifficultyEvent> events, CancellationToken cancellation);

    /// <summary>
    /// A page of one shelf, read where it stands: what is elsewhere, among it all that was closed over the years, is not read. What
    /// asks for attention comes first: see <see cref="DifficultyState"/>; within a state what is due or was answered earliest, and of
    /// what is closed the newest.
    /// </summary>
    /// <param name="size">1 to 200.</param>
    /// <param name="after">Null for the first page; otherwise the continuation of the page before.</param>
    Task<Page<DifficultyEntry>> List(Shelf shelf, int size, string? after, CancellationToken cancellation);
}

/// <summary>Which difficulties are asked for: of all, of one unit, or of one assignee; all of these, or those of one state, or only what is overdue.</summary>
/// <param name="Unit">Those that this unit has raised.</param>
/// <param name="Assignee">Those that this unit is to answer. Not beside <paramref name="Unit"/>.</param>
/// <param name="OverdueAt">Those without an answer whose time limit is past at that instant, longest first. Not beside <paramref name="State"/>.</param>
public sealed record Shelf(UnitCode? Unit = null, UnitCode? Assignee = null, DifficultyState? State = null, DateTimeOffset? OverdueAt = null)
{
    /// <summary>Every one of all units.</summary>
    public static Shelf All { get; } = new();
}

/// <summary>A difficulty as lists show it.</summary>
/// <param name="ChangedAt">When it came to stand as it stands.</param>
public sealed record DifficultyEntry(
    DifficultyId Id, UnitCode Unit, DifficultySource? From, DifficultyArea Area, string Title, DifficultyState State, UnitCode? Assignee,
    DateTimeOffset RaisedAt, DateTimeOffset DueAt, DateTimeOffset ChangedAt)
{
    public bool Waits => State is DifficultyState.Raised or DifficultyState.Assigned or DifficultyState.Reopened;

    public bool IsOverdue(DateTimeOffset now) => Waits && now > DueAt;

    public static DifficultyEntry Of(Difficulty difficulty) => new(
        difficulty.Id, difficulty.Unit, difficulty.From, difficulty.Area, difficulty.Title, difficulty.State, difficulty.Assignment?.To,
        difficulty.Raising.At, difficulty.DueAt, difficulty.History[^1].At);
}
