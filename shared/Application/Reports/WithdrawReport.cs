using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Rút lại: until it is judged, and as long as reports are taken. Who is asked to judge is told.</summary>
public sealed class WithdrawReport(ChangeReport change, Signatories signatories, TimeProvider clock) : IUseCase
{
    /// <param name="reason">Null: none is given, which what the head has signed needs.</param>
    public async Task<Outcome<ReportChange>> Execute(OpenReport open, string? reason, Caller by, CancellationToken cancellation)
    {
        if (reason is not null && Reason.Check(reason) is { } wrong)
        {
            return wrong;
        }

        var now = clock.GetUtcNow();
        return await change.Execute(
            open, (cycle, obligation) => Withdraw(open with { Cycle = cycle }, obligation, reason?.Trim() ?? "", by, now, cancellation),
            cancellation);
    }

    private async Task<Outcome<ReportChange>> Withdraw(
        OpenReport open, Obligation obligation, string reason, Caller by, DateTimeOffset now, CancellationToken cancellation)
    {
        var maySign = obligation.IsSigned
            && !(await signatories.SignatureOf(by, open, cancellation)).Refused;
        return obligation.Withdraw(open.Cycle, reason, by, maySign, now).Map(next => Withdrawn(next, obligation.Versions, reason, by, now));
    }

    private static ReportChange Withdrawn(Obligation next, int version, string reason, Caller by, DateTimeOffset now)
    {
        var happened = new ReportWithdrawn(next.Cycle, next.Unit, next.Superior, next.Revision, version, by.Name, reason)
        {
            At = now,
            By = by.Person,
        };
        return new ReportChange(next, null, null, [happened, NodeChanged.After(happened)]);
    }
}
