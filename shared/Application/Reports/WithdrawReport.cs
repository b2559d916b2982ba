using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Rút lại: until it is judged, and as long as reports are taken.</summary>
public sealed class WithdrawReport(ChangeReport change, TimeProvider clock) : IUseCase
{
    public Task<Outcome<ReportChange>> Execute(OpenReport open, Caller by, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return change.Execute(
            open,
            (cycle, obligation) => obligation.Withdraw(cycle, now).Map(next => Withdrawn(next, obligation.Versions, by, now)),
            cancellation);
    }

    private static ReportChange Withdrawn(Obligation next, int version, Caller by, DateTimeOffset now)
    {
        var happened = new ReportWithdrawn(next.Cycle, next.Unit, next.Superior, next.Revision, version) { At = now, By = by.Person };
        return new ReportChange(next, null, null, [happened, NodeChanged.After(happened)]);
    }
}
