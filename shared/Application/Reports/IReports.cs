using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Where obligations, drafts and submitted versions are kept.</summary>
public interface IReports
{
    /// <summary>Creates those obligations that do not exist yet, with the events that tell the units and the totals of them.</summary>
    Task CreateObligations(IReadOnlyList<Obligation> obligations, DateTimeOffset now, CancellationToken cancellation);

    /// <returns>Null when the unit has no obligation in that cycle.</returns>
    Task<Versioned<Obligation>?> Find(CycleId cycle, UnitCode unit, CancellationToken cancellation);

    /// <summary>The obligations of the units directly under <paramref name="superior"/>.</summary>
    Task<IReadOnlyList<Obligation>> Under(CycleId cycle, UnitCode superior, CancellationToken cancellation);

    /// <summary>All obligations of a cycle, in pages.</summary>
    /// <param name="size">1 to 1000.</param>
    Task<Page<Versioned<Obligation>>> List(CycleId cycle, int size, string? continuation, CancellationToken cancellation);

    /// <summary>Writes an obligation, what goes with it, its state for the history and the events that follow from it, together.</summary>
    /// <returns>False when the obligation has changed since it was read: read again and decide again.</returns>
    Task<bool> Save(Versioned<Obligation> read, ReportChange change, CancellationToken cancellation);

    /// <summary>Writes many changes of one superior's units together, each on its own condition.</summary>
    /// <param name="changes">At most 40, and 100 rows and events together.</param>
    /// <returns>False when one of them has changed since it was read; then none was written.</returns>
    Task<bool> SaveAll(IReadOnlyList<(Versioned<Obligation> Read, ReportChange Change)> changes, CancellationToken cancellation);

    /// <summary>Every version handed in, first to last.</summary>
    Task<IReadOnlyList<SubmittedVersion>> Versions(CycleId cycle, UnitCode unit, CancellationToken cancellation);

    /// <summary>Everything that was presented to the unit's head, first to last.</summary>
    Task<IReadOnlyList<Presentation>> Presentations(CycleId cycle, UnitCode unit, CancellationToken cancellation);

    /// <summary>
    /// The obligations of the units directly under <paramref name="superior"/> as they stood after each change of their state,
    /// each unit's first to last: see <see cref="ReportHistory"/>.
    /// </summary>
    Task<IReadOnlyList<Obligation>> Histories(CycleId cycle, UnitCode superior, CancellationToken cancellation);

    /// <summary>Stores a version's or a presentation's content durably under its hash, before that itself is written.</summary>
    Task WriteContent(CycleId cycle, UnitCode unit, Sha256 sha256, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <exception cref="InvalidDataException">It is missing, or its bytes do not have that hash any more.</exception>
    Task<ReadOnlyMemory<byte>> ReadContent(CycleId cycle, UnitCode unit, Sha256 sha256, CancellationToken cancellation);

    /// <param name="after">The draft of the work after so many hand-ins (<see cref="Obligation.HandIns"/>).</param>
    /// <returns>Null before the first draft.</returns>
    Task<Versioned<ReadOnlyMemory<byte>>?> ReadDraft(CycleId cycle, UnitCode unit, int after, CancellationToken cancellation);

    /// <param name="after">As for <see cref="ReadDraft"/>.</param>
    /// <param name="etag">Null: there must be no draft yet.</param>
    /// <returns>The new ETag; null when the draft has changed since it was read.</returns>
    Task<ETag?> SaveDraft(
        CycleId cycle, UnitCode unit, int after, ReadOnlyMemory<byte> content, ETag? etag, CancellationToken cancellation);
}
