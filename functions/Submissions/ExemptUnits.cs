using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Submissions;

/// <summary>Miễn báo cáo: one unit after the other; the first that cannot be exempted ends it, and asking again goes on from there.</summary>
public sealed class ExemptUnits(ChangeReport change, TimeProvider clock) : IOperation
{
    public async Task<Refusal?> Execute(CycleId cycle, IReadOnlyList<UnitCode> units, string reason, Caller by, CancellationToken cancellation)
    {
        foreach (var unit in units)
        {
            if ((await change.Execute(cycle, unit, (current, obligation) => Exempt(current, obligation, reason, by), cancellation)).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private Outcome<ReportChange> Exempt(Cycle cycle, Obligation obligation, string reason, Caller by) =>
        obligation.ExemptFrom(cycle, reason, by, clock.GetUtcNow()).Map(next => ReportChange.Of(
            obligation, next, new UnitExempted(next.Cycle, next.Unit, next.Superior, next.Revision, reason), NodeChanged.After(next)));
}
