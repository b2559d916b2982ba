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
    public async Task<Outcome<Cycle>> Execute(
        CycleId id, IReadOnlyList<UnitCode> units, DateTimeOffset dueAt, DateTimeOffset closesAt, string reason, Caller by,
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

        if (await FindExempt(id, units.ToHashSet(), cancellation) is { } exempt)
        {
            return ReportRefusals.ExtensionOfExempt(exempt.ToString());
        }

        var now = clock.GetUtcNow();
        var extension = new Extension(units, dueAt, closesAt, reason, by.Name, now);
        return await change.AndWake(
            id, cycle => cycle.Extend(extension, units.Select(unit => participants[unit]), now), by.Person, cancellation);
    }

    private async Task<UnitCode?> FindExempt(CycleId id, HashSet<UnitCode> units, CancellationToken cancellation) =>
        await reports.All(id, cancellation)
            .Where(read => read.Value.State is ReportState.Exempt && units.Contains(read.Value.Unit))
            .Select(read => (UnitCode?)read.Value.Unit)
            .FirstOrDefaultAsync(cancellation);
}
