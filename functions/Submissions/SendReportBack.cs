using VksServerless.Access;
using VksServerless.Events;
using VksServerless.Submissions;

namespace VksServerless.Functions.Submissions;

/// <summary>The head wants what was presented mended, and says why.</summary>
public sealed class SendReportBack(ChangeReport change, TimeProvider clock) : IOperation
{
    public async Task<Outcome<ReportChange>> Execute(OpenReport open, string? sha256, string? reason, Caller by, CancellationToken cancellation) =>
        Reason.Check(reason) is { } missing
            ? missing
            : await change.Execute(
                open,
                (cycle, obligation) => obligation.SendBack(cycle, sha256, reason!.Trim(), by, clock.GetUtcNow()).Map(next => ReportChange.Of(
                    obligation, next, new ReportSentBack(next.Cycle, next.Unit, next.Superior, next.Revision, by.Name, reason.Trim()))),
                cancellation);
}
