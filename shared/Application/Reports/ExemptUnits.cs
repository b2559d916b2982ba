using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Miễn báo cáo: when one of the units cannot be exempted, none is.</summary>
public sealed class ExemptUnits(ICycles cycles, ChangeReports changeReports, TimeProvider clock) : IUseCase
{
    public async Task<Refusal?> Execute(CycleId id, IReadOnlyList<UnitCode> units, string reason, Caller by, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is not { Value: var current })
        {
            return CycleRefusals.Unknown(id.ToString());
        }

        var participants = (await cycles.Roster(current, cancellation))?.Participants.Select(participant => participant.Unit).ToHashSet()
            ?? [];
        var named = units.ToHashSet();
        return units.Where(unit => !participants.Contains(unit)).Select(unit => unit.ToString()).FirstOrDefault() is { } stranger
            ? ReportRefusals.NotObliged(stranger)
            : await changeReports.Execute(
                id, (cycle, obligation) =>
                    named.Contains(obligation.Unit)
                        ? Exempt(cycle, obligation, reason, by)
                        : ReportChange.Of(obligation, obligation), cancellation);
    }

    private Outcome<ReportChange> Exempt(Cycle cycle, Obligation obligation, string reason, Caller by)
    {
        var now = clock.GetUtcNow();
        return obligation.ExemptFrom(cycle, reason, by, now).Map(next =>
        {
            var happened = new UnitExempted(
                next.Cycle, next.Unit, next.Superior, next.Revision, reason, next.Versions > 0 ? next.Versions : null)
            { At = now, By = by.Person };
            return ReportChange.Of(obligation, next, happened, NodeChanged.After(happened));
        });
    }
}
