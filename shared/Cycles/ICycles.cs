using VksServerless.Events;

namespace VksServerless.Cycles;

/// <summary>Where cycles and their rosters are kept.</summary>
public interface ICycles
{
    /// <returns>False when a cycle of that id exists.</returns>
    Task<bool> Create(Cycle cycle, CancellationToken cancellation);

    Task<Versioned<Cycle>?> Read(CycleId id, CancellationToken cancellation);

    /// <param name="size">1 to 200.</param>
    Task<Page<Cycle>> List(int size, string? continuation, CancellationToken cancellation);

    /// <summary>Writes the cycle and the events that follow from it, together.</summary>
    /// <returns>False when the cycle has changed since it was read: read again and decide again.</returns>
    Task<bool> Save(Versioned<Cycle> read, Cycle next, IReadOnlyList<ReportingEvent> events, CancellationToken cancellation);

    /// <summary>Fixes the roster. Whoever comes second gets the first one's.</summary>
    Task<Roster> Fix(CycleId cycle, Roster roster, CancellationToken cancellation);

    /// <summary>Keeps a later revision of the roster. It is the cycle's as soon as one of its <see cref="Cycle.UnitChanges"/> bears its name.</summary>
    /// <returns>Its name.</returns>
    Task<string> Keep(CycleId cycle, Roster roster, CancellationToken cancellation);

    /// <summary>The roster of the cycle as it was read.</summary>
    /// <returns>Null before the roster is fixed.</returns>
    Task<Roster?> Roster(Cycle cycle, CancellationToken cancellation);
}
