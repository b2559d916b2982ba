using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Workflow;

/// <summary>
/// Thay đổi đơn vị trong kỳ: records on the cycle who leaves and who joins, with the roster that it has from then on; its
/// orchestration does the rest (<see cref="ApplyUnitChanges"/>). Asked again, it finds nothing more to change.
/// </summary>
public sealed class ChangeUnitsOfCycle(
    ICycles cycles, IReports reports, IDirectoryStore directories, ChangeCycle change, TimeProvider clock) : IUseCase
{
    private const int PageSize = 1000;
    private const int MostTries = 5;

    public async Task<Outcome<Cycle>> Execute(CycleId id, DateOnly day, string reason, Caller by, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await cycles.Read(id, cancellation) is not { Value: var cycle })
            {
                return CycleRefusals.Unknown(id.ToString());
            }

            if (cycle.OpenedAt is not { } openedAt || await cycles.Roster(cycle, cancellation) is not { } roster)
            {
                return CycleRefusals.NotOpen(cycle);
            }

            var owing = await Owing(cycle, cancellation);
            var directory = (await directories.Read(cancellation)).Value;
            var next = RosterChange.Of(roster, cycle.Terms.Participants, directory, VietnamTime.DayOf(openedAt), day, owing.Contains);
            var step = new UnitChange(day, reason, by.Name, clock.GetUtcNow(), "", next.Ended, next.Joined);
            if (cycle.ChangeUnits(step) is var decided && (decided.Refused || decided.Value == cycle))
            {
                return decided;
            }

            step = step with { Roster = await cycles.Keep(id, next.Roster, cancellation) };
            var changed = await change.AndWake(
                id,
                current => current.RosterRevision == cycle.RosterRevision ? current.ChangeUnits(step) : CycleRefusals.Stale,
                by.Person,
                cancellation);
            if (changed.Refusal != CycleRefusals.Stale)
            {
                return changed;
            }
        }

        return CycleRefusals.Stale;
    }

    /// <summary>Who has handed in nothing, and has not been taken out of the cycle by an earlier step.</summary>
    private async Task<HashSet<UnitCode>> Owing(Cycle cycle, CancellationToken cancellation)
    {
        var owing = new HashSet<UnitCode>();
        string? continuation = null;
        do
        {
            var page = await reports.List(cycle.Id, PageSize, continuation, cancellation);
            owing.UnionWith(
                page.Items.Select(read => read.Value).Where(obligation => obligation.State is ReportState.Owed)
                    .Select(obligation => obligation.Unit));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        owing.ExceptWith(cycle.UnitChanges.SelectMany(taken => taken.Ended).Select(unit => unit.Unit));
        return owing;
    }
}
