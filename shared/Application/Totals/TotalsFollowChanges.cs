using VksServerless.Application.Events;
using VksServerless.Reports;

namespace VksServerless.Application.Totals;

/// <summary>Recomputes what has changed; many changes of one node that arrive together are one computation.</summary>
public sealed class TotalsFollowChanges(RecomputeTotal recompute) : IListener
{
    public string Subscription => Subscriptions.Totals;

    public object GroupOf(ReportingEvent happened) => happened is NodeChanged change ? (change.Cycle, change.Node) : happened.Id;

    public Task Handle(ReportingEvent happened, CancellationToken cancellation) =>
        happened is NodeChanged change ? recompute.Execute(change.Cycle, change.Node, cancellation) : Task.CompletedTask;
}
