using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Workflow;

/// <summary>Gia hạn: records the extension on the cycle; the event of that moves the named units' deadlines.</summary>
public sealed class GrantExtension(ICycles cycles, IReports reports, ChangeCycle change, TimeProvider clock) : IUseCase
{
    /// <param name="closesAt">Null: when the cycle closes, or the new deadline if that is later.</param>
    public async Task<Outcome<Cycle>> Execute(
        CycleId id, IReadOnlyList<UnitCode> units, DateTimeOffset dueAt, DateTimeOffset? closesAt, string reason, Caller by,
        CancellationToken cancellation)
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
        var extension = new Extension(units, dueAt, closesAt ?? Later(dueAt, current.Terms.ClosesAt), reason, by.Name, now);
        var named = units.Select(unit => participants[unit]).ToList();
        if (current.Extend(extension, named, now).Refusal is { } refusal)
        {
            return refusal;
        }

        if (await FindNeedless(id, units.ToHashSet(), cancellation) is { } needless)
        {
            return needless.IsAccepted
                ? ReportRefusals.ExtensionOfAccepted(needless.Unit)
                : ReportRefusals.ExtensionOfExempt(needless.Unit.ToString());
        }

        return await change.AndWake(id, cycle => cycle.Extend(extension, named, now), by.Person, cancellation);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    /// <summary>Who has nothing to hand in would be misled, and would hold up the cycle.</summary>
    private async Task<Obligation?> FindNeedless(CycleId id, HashSet<UnitCode> units, CancellationToken cancellation) =>
        await reports.All(id, cancellation)
            .Select(read => read.Value)
            .FirstOrDefaultAsync(
                report => report.State is ReportState.Exempt or ReportState.Accepted && units.Contains(report.Unit), cancellation);
}
