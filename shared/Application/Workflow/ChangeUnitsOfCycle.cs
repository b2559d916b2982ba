using VksServerless.Application.Calendars;
using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Workflow;

/// <summary>
/// Thay đổi đơn vị trong kỳ: records on the cycle who leaves and who joins, with the roster that it has from then on; after the closing
/// only who answers for those that have ended. Its orchestration does the rest (<see cref="ApplyUnitChanges"/>). Asked again, it finds
/// nothing more to change.
/// </summary>
public sealed class ChangeUnitsOfCycle(
    ICycles cycles, IReports reports, IDirectoryStore directories, ICalendars calendars, ChangeCycle change, TimeProvider clock)
    : IUseCase
{
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
                return CycleRefusals.TakesNoUnitChanges(cycle);
            }

            var obligations = await Obligations(cycle, cancellation);
            var directory = (await directories.Read(cancellation)).Value;
            var next = RosterChange.Of(
                roster, cycle.Terms.Participants, directory, VietnamTime.DayOf(openedAt), day,
                Owes, cycle.Settled(Owes));
            bool Owes(UnitCode unit) => cycle.IsJoinable && obligations.TryGetValue(unit, out var report) && report.Owes;

            var times = await Times(cycle, next, obligations, cancellation);
            if (times.Refusal is { } unknown)
            {
                return unknown;
            }

            var step = new UnitChange(day, reason, by.Name, clock.GetUtcNow(), "", next.Ended, next.Joined)
            {
                Kept = next.Kept,
                Times = times.Value,
            };
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

    /// <summary>By when each that joins reports: as those could whom it replaces.</summary>
    private async Task<Outcome<IReadOnlyList<JoiningTime>>> Times(
        Cycle cycle, RosterChange next, Dictionary<UnitCode, Obligation> obligations, CancellationToken cancellation)
    {
        var (calendar, now, times) = (await calendars.InUse(cancellation), clock.GetUtcNow(), new List<JoiningTime>());
        foreach (var joining in next.Roster.Participants.Where(unit => next.Joined.Contains(unit.Unit)))
        {
            var time = JoiningTime.Of(
                cycle, joining,
                [
                    .. next.Ended.Where(ended => ended.Successors.Contains(joining.Unit)).Select(ended => obligations[ended.Unit])
                        .Select(replaced => (replaced.Unit, replaced.AskedBy, replaced.ClosesAt)),
                ],
                now, calendar);
            if (time.Refusal is { } unknown)
            {
                return unknown;
            }

            times.Add(time.Value);
        }

        return times;
    }

    private async Task<Dictionary<UnitCode, Obligation>> Obligations(Cycle cycle, CancellationToken cancellation) =>
        await reports.All(cycle.Id, cancellation).Select(read => read.Value)
            .ToDictionaryAsync(obligation => obligation.Unit, cancellationToken: cancellation);
}
