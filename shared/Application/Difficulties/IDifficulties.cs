using VksServerless.Difficulties;

namespace VksServerless.Application.Difficulties;

/// <summary>Where difficulties are kept. None is ever removed.</summary>
public interface IDifficulties
{
    Task<Versioned<Difficulty>?> Find(DifficultyId id, CancellationToken cancellation);

    /// <summary>Keeps a new one, with the events that follow.</summary>
    /// <param name="mostThatDay">How many its unit may raise on one day in Vietnam, however many requests come at once; null: any
    /// number.</param>
    /// <returns>False when there is one of this id already: nothing was written. Refused when the unit has raised so many that
    /// day.</returns>
    Task<Outcome<bool>> Raise(
        Difficulty difficulty, IReadOnlyList<DifficultyEvent> events, int? mostThatDay, CancellationToken cancellation);

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
