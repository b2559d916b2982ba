using VksServerless.Cycles;

namespace VksServerless.Application.Cycles;

/// <summary>Where cycles and their rosters are kept.</summary>
public interface ICycles
{
    /// <returns>False when a cycle of that id exists.</returns>
    Task<bool> Create(Cycle cycle, CancellationToken cancellation);

    Task<Versioned<Cycle>?> Read(CycleId id, CancellationToken cancellation);

    /// <param name="size">1 to 200.</param>
    Task<Page<Cycle>> List(int size, string? continuation, CancellationToken cancellation);

    /// <summary>Every cycle that was started and has not been left since, found without reading any that ended long ago.</summary>
    Task<IReadOnlyList<Versioned<CycleId>>> UnderWay(CancellationToken cancellation);

    /// <summary>Takes it off the list of <see cref="UnderWay"/>, unless it has been started again since.</summary>
    Task Leave(Versioned<CycleId> entry, CancellationToken cancellation);

    /// <summary>Writes the cycle and the events that follow from it, together.</summary>
    /// <returns>False when the cycle has changed since it was read: read again and decide again.</returns>
    Task<bool> Save(Versioned<Cycle> read, Cycle next, IReadOnlyList<ReportingEvent> events, CancellationToken cancellation);

    /// <summary>Fixes the roster. A second call gets the roster of the first.</summary>
    Task<Roster> Fix(CycleId cycle, Roster roster, CancellationToken cancellation);

    /// <summary>
    /// Keeps a later revision of the roster. It is the cycle's as soon as one of its <see cref="Cycle.UnitChanges"/> names it.
    /// </summary>
    /// <returns>Its name.</returns>
    Task<string> Keep(CycleId cycle, Roster roster, CancellationToken cancellation);

    /// <summary>The roster of the cycle as it was read.</summary>
    /// <returns>Null before the roster is fixed.</returns>
    Task<Roster?> Roster(Cycle cycle, CancellationToken cancellation);
}
