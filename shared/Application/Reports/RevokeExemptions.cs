using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Thu hồi việc miễn báo cáo: when it cannot be revoked for one of the units, it is for none.</summary>
public sealed class RevokeExemptions(ICycles cycles, ChangeReports changeReports, TimeProvider clock) : IUseCase
{
    /// <param name="dueAt">Their new deadline; null: the one that each had.</param>
    public async Task<Refusal?> Execute(
        CycleId id, IReadOnlyList<UnitCode> units, string reason, DateTimeOffset? dueAt, Caller by, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is not { Value: var current })
        {
            return CycleRefusals.Unknown(id.ToString());
        }

        var roster = await cycles.Roster(current, cancellation);
        var participants = roster?.Participants.Select(participant => participant.Unit).ToHashSet() ?? [];
        if (units.Where(unit => !participants.Contains(unit)).Select(unit => unit.ToString()).FirstOrDefault() is { } stranger)
        {
            return ReportRefusals.NotObliged(stranger);
        }

        var (named, now) = (units.ToHashSet(), clock.GetUtcNow());
        return await changeReports.Execute(
            id,
            (cycle, obligation) => named.Contains(obligation.Unit) && !IsDone(obligation, now)
                ? Revoke(cycle, obligation, reason, dueAt, by, now)
                : ReportChange.Of(obligation, obligation),
            cancellation);
    }

    /// <summary>By this very request, which has met somebody else's change and decides again.</summary>
    private static bool IsDone(Obligation obligation, DateTimeOffset now) =>
        obligation.State is ReportState.Owed { Revoked: { } revoked } && revoked.At == now;

    private static Outcome<ReportChange> Revoke(
        Cycle cycle, Obligation obligation, string reason, DateTimeOffset? dueAt, Caller by, DateTimeOffset now) =>
        obligation.RevokeExemption(cycle, reason, dueAt, by, now).Map(next =>
        {
            var happened = new ExemptionRevoked(
                next.Cycle, next.Unit, next.Superior, next.Revision, next.AskedBy, reason, next.DueAt < next.AskedBy)
            {
                At = now,
                By = by.Person,
            };
            return ReportChange.Of(obligation, next, happened, NodeChanged.After(happened));
        });
}
