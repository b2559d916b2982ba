using VksServerless.Cycles;

namespace VksServerless.Application.Cycles;

/// <summary>
/// Reads a cycle, lets a decision change it, writes it with its events; after a conflicting write it reads and decides again.
/// </summary>
public sealed class ChangeCycle(ICycles cycles, TimeProvider clock) : IUseCase
{
    private const int MostTries = 20;

    /// <param name="readRevision">When not null: the revision that the person has read, which must still be the newest.</param>
    /// <param name="decide">Returning the same cycle means that nothing is to be written.</param>
    public async Task<Outcome<Cycle>> Execute(
        CycleId id, Func<Cycle, Outcome<Cycle>> decide, Func<Cycle, IEnumerable<ReportingEvent>> events, CancellationToken cancellation,
        int? readRevision =
            null)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await cycles.Read(id, cancellation) is not { } read)
            {
                return CycleRefusals.Unknown(id.ToString());
            }

            if (readRevision is not null && read.Value.Revision != readRevision)
            {
                return CycleRefusals.Stale;
            }

            var decided = decide(read.Value);
            if (decided.Refused || decided.Value == read.Value
                || await cycles.Save(read, decided.Value, [.. events(decided.Value)], cancellation))
            {
                return decided;
            }
        }

        return CycleRefusals.Stale;
    }

    /// <summary>The change wakes the cycle's workflow.</summary>
    public Task<Outcome<Cycle>> AndWake(CycleId id, Func<Cycle, Outcome<Cycle>> decide, PersonId by, CancellationToken cancellation) =>
        Execute(id, decide, changed => EventsOf(changed, by, clock.GetUtcNow()), cancellation);

    private static IEnumerable<ReportingEvent> EventsOf(Cycle cycle, PersonId by, DateTimeOffset now)
    {
        yield return new CycleChanged(cycle.Id, cycle.Revision) { At = now, By = by };
        if (cycle.Phase is CyclePhase.Cancelled cancelled)
        {
            yield return new CycleCancelled(cycle.Id, cycle.Revision, cancelled.Reason) { At = now, By = by };
        }
    }
}
