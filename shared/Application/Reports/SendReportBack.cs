using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Trả lại trước khi ký: the head wants what was presented corrected, and says why.</summary>
public sealed class SendReportBack(ChangeReport change, TimeProvider clock) : IUseCase
{
    public async Task<Outcome<ReportChange>> Execute(
        OpenReport open, Sha256? sha256, string? reason, Caller by, CancellationToken cancellation) =>
        Reason.Check(reason) is { } missing
            ? missing
            : await change.Execute(open, (cycle, obligation) => SendBack(cycle, obligation, sha256, reason!.Trim(), by), cancellation);

    private Outcome<ReportChange> SendBack(Cycle cycle, Obligation obligation, Sha256? sha256, string reason, Caller by)
    {
        var now = clock.GetUtcNow();
        return obligation.SendBack(cycle, sha256, reason, by, now).Map(next => ReportChange.Of(
            obligation,
            next,
            new ReportSentBack(next.Cycle, next.Unit, next.Superior, next.Revision, reason, by.Name) { At = now, By = by.Person }));
    }
}
