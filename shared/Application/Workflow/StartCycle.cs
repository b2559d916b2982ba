using VksServerless.Application.Cycles;
using VksServerless.Application.Publications;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Publications;

namespace VksServerless.Application.Workflow;

/// <summary>Bắt đầu: a cycle of the past starts only with the number of its document reserved, so that no number is given twice.</summary>
public sealed class StartCycle(
    ICycles cycles, IPublications publications, IDirectoryStore directories, ChangeCycle change, TimeProvider clock) : IUseCase
{
    public async Task<Outcome<Cycle>> Execute(Cycle draft, Caller by, CancellationToken cancellation)
    {
        var imported = draft.Terms.Imported;
        if (imported is not null && draft.IsDraft && !await Reserves(draft.Id, imported, cancellation))
        {
            return PublicationRefusals.NumberTaken(imported);
        }

        var now = clock.GetUtcNow();
        var living = (await directories.Read(cancellation)).Value.Units.Where(unit => unit.LivesOn(VietnamTime.DayOf(now))).ToList();
        return await change.AndWake(
            draft.Id,
            current => current.Terms.Imported == imported
                ? current.Start(
                    by, now, [.. living.Where(current.Terms.Participants.Include).Select(unit => unit.Tier).Distinct()])
                : CycleRefusals.Stale,
            by.Person,
            cancellation);
    }

    /// <summary>A cycle that was cancelled leaves its number to another.</summary>
    private async Task<bool> Reserves(CycleId cycle, ImportedReport imported, CancellationToken cancellation)
    {
        var holder = await publications.Reserve(cycle, imported, null, cancellation);
        return holder == cycle
            || (holder is { } other && await cycles.Read(other, cancellation) is { Value.Phase: CyclePhase.Cancelled }
                && await publications.Reserve(cycle, imported, other, cancellation) == cycle);
    }
}
