using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Functions.Submissions;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Cycles;

/// <summary>Gia hạn: records the extension on the cycle, then moves the named units' deadlines.</summary>
public sealed class GrantExtension(ICycles cycles, IReports reports, ChangeCycle change, ChangeReport changeReport, TimeProvider clock) : IOperation
{
    public async Task<Outcome<Cycle>> Execute(
        CycleId id, IReadOnlyList<UnitCode> units, DateTimeOffset dueAt, DateTimeOffset closesAt, string reason, Caller by, CancellationToken cancellation)
    {
        var roster = await cycles.Roster(id, cancellation);
        if (units.FirstOrDefault(unit => roster?.Participants.Any(participant => participant.Unit == unit) != true) is { } stranger && stranger != default)
        {
            return ReportRefusals.NotObliged(stranger.ToString());
        }

        foreach (var unit in units)
        {
            if (await reports.Find(id, unit, cancellation) is { Value: var owed } && (owed.DueAt >= dueAt || owed.ClosesAt > closesAt))
            {
                return CycleRefusals.ExtensionBackwards;
            }
        }

        var now = clock.GetUtcNow();
        var granted = await change.AndWake(id, cycle => cycle.Extend(new Extension(units, dueAt, closesAt, reason, by.Name, now), now), cancellation);
        return granted.Refused ? granted : await Apply(granted.Value, cancellation);
    }

    /// <summary>Moves the deadlines that are not yet as the cycle's extensions say; the newest extension of a unit counts.</summary>
    public async Task<Outcome<Cycle>> Apply(Cycle cycle, CancellationToken cancellation)
    {
        var newest = cycle.Extensions
            .SelectMany(extension => extension.Units.Select(unit => (unit, extension)))
            .GroupBy(pair => pair.unit)
            .Select(group => group.Last());
        foreach (var (unit, extension) in newest)
        {
            var moved = await changeReport.Execute(cycle.Id, unit, (_, obligation) => Extend(obligation, extension), cancellation);
            if (moved.Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return cycle;
    }

    private static Outcome<ReportChange> Extend(Obligation obligation, Extension extension)
    {
        var next = obligation.Extend(extension);
        return ReportChange.Of(obligation, next,
            new DeadlineExtended(next.Cycle, next.Unit, next.Superior, next.Revision, extension.DueAt, extension.Reason),
            NodeChanged.After(next));
    }
}
