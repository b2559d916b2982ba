using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Publications;

/// <summary>
/// Không duyệt: a leader sends the sector report back to the centre with a reason, and the reports of named units back to those units.
/// </summary>
public sealed class RefuseReport(IReports reports, ChangeCycle change, JudgeReport judge, TimeProvider clock) : IUseCase
{
    /// <param name="reason">1 to 2,000 characters.</param>
    /// <param name="units">Whose accepted reports are to be answered again; may be empty.</param>
    /// <param name="answerBy">By when; needed where units are named.</param>
    public async Task<Outcome<Cycle>> Execute(
        CycleId id, Sha256 digest, string? reason, IReadOnlyList<UnitCode> units, DateTimeOffset? answerBy, Caller by,
        CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if ((Reason.Check(reason) ?? await Fault(id, units, answerBy, now, cancellation)) is { } fault)
        {
            return fault;
        }

        reason = reason!.Trim();

        var refused = await change.Execute(
            id,
            waiting => waiting.RefuseReport(digest, reason, units, by, now),
            next =>
            [
                new CycleChanged(id, next.Revision) { At = now, By = by.Person },
                new SectorReportRefused(id, next.Revision, reason, by.Name) { At = now, By = by.Person },
            ],
            cancellation);
        if (refused.Refused)
        {
            return refused;
        }

        // Were this process to end here, the refusal names the units, and the centre returns what is left.
        foreach (var unit in units)
        {
            await judge.ReturnNewest(id, unit, reason, answerBy!.Value, by, cancellation);
        }

        return refused;
    }

    private async Task<Refusal?> Fault(
        CycleId id, IReadOnlyList<UnitCode> units, DateTimeOffset? answerBy, DateTimeOffset now, CancellationToken cancellation)
    {
        if (units.Count > RefusedReport.MostUnits)
        {
            return CycleRefusals.ListOfUnits(RefusedReport.MostUnits);
        }

        if (units.Count > 0 && !(answerBy > now && answerBy <= now + Obligation.LongestAnswer))
        {
            return ReportRefusals.LimitNeeded;
        }

        foreach (var unit in units)
        {
            if (await reports.Find(id, unit, cancellation) is not { Value.IsAccepted: true })
            {
                return CycleRefusals.NotAccepted(unit);
            }
        }

        return null;
    }
}
