using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Submissions;

namespace VksServerless.Functions.Submissions;

/// <summary>Rút lại: until it is judged, and as long as reports are taken.</summary>
public sealed class WithdrawReport(ChangeReport change, TimeProvider clock) : IOperation
{
    public Task<Outcome<ReportChange>> Execute(OpenReport open, CancellationToken cancellation) => change.Execute(open, Withdraw, cancellation);

    private Outcome<ReportChange> Withdraw(Cycle cycle, Obligation obligation) =>
        obligation.Withdraw(cycle, clock.GetUtcNow()).Map(next => new ReportChange(
            next, null, null, [new ReportWithdrawn(next.Cycle, next.Unit, next.Superior, next.Revision, obligation.Versions), NodeChanged.After(next)]));
}
