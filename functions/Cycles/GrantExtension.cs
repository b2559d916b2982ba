using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Functions.Submissions;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Cycles;

/// <summary>Gia hạn: records the extension on the cycle; the event of that moves the named units' deadlines.</summary>
public sealed class GrantExtension(ICycles cycles, ChangeCycle change, ChangeReports changeReports, TimeProvider clock) : IOperation
{
    public async Task<Outcome<Cycle>> Execute(
        CycleId id, IReadOnlyList<UnitCode> units, DateTimeOffset dueAt, DateTimeOffset closesAt, string reason, Caller by, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is not { Value: var current })
        {
            return CycleRefusals.Unknown(id.ToString());
        }

        var participants = (await cycles.Roster(current, cancellation))?.Participants.ToDictionary(participant => participant.Unit) ?? [];
        if (units.Where(unit => !participants.ContainsKey(unit)).Select(unit => unit.ToString()).FirstOrDefault() is { } stranger)
        {
            return ReportRefusals.NotObliged(stranger);
        }

        var now = clock.GetUtcNow();
        var extension = new Extension(units, dueAt, closesAt, reason, by.Name, now);
        return await change.AndWake(id, cycle => cycle.Extend(extension, units.Select(unit => participants[unit]), now), cancellation);
    }

    /// <summary>Moves the deadlines that are not yet as the cycle's extensions say; the newest extension of a unit counts.</summary>
    public async Task Apply(Cycle cycle, CancellationToken cancellation)
    {
        var newest = cycle.NewestExtensions();
        await changeReports.Execute(
            cycle.Id, (_, obligation) => newest.TryGetValue(obligation.Unit, out var extension) ? Extend(obligation, extension) : ReportChange.Of(obligation, obligation), cancellation);
    }

    private static ReportChange Extend(Obligation obligation, Extension extension)
    {
        var next = obligation.Extend(extension);
        return ReportChange.Of(obligation, next,
            new DeadlineExtended(next.Cycle, next.Unit, next.Superior, next.Revision, extension.DueAt, extension.Reason),
            NodeChanged.After(next));
    }
}
