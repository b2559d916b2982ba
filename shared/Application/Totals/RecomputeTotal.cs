using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>Tổng hợp: computes one node's total from its children and, when it is another one, tells its superior.</summary>
public sealed class RecomputeTotal(ICycles cycles, ITotals totals, TimeProvider clock) : IUseCase
{
    public async Task Execute(CycleId cycle, UnitCode node, CancellationToken cancellation)
    {
        if (await cycles.Read(cycle, cancellation) is not { Value: var of } || await cycles.Roster(of, cancellation) is not { } roster
            || !roster.HasSubordinates(node))
        {
            return;
        }

        Versioned<NodeTotal?> read;
        NodeTotal next;
        do
        {
            // The total's ETag is read before the children, so that a slower computation never overwrites a newer one.
            read = await totals.Read(cycle, node, cancellation);
            next = NodeTotal.Of(
                node, await totals.Children(cycle, node, cancellation), await totals.Own(cycle, node, cancellation));
            if (next.SameAs(read.Value))
            {
                return;
            }
        }
        while (!await totals.Save(cycle, read, next, EventsOf(cycle, read.Value, next, roster.SuperiorOf(node)), cancellation));
    }

    private IReadOnlyList<ReportingEvent> EventsOf(CycleId cycle, NodeTotal? before, NodeTotal next, UnitCode? superior)
    {
        var now = clock.GetUtcNow();
        ReportingEvent changed = EventOf(cycle, next, superior) with { At = now, By = PersonId.System };
        return next.Fallen is { } version && before?.Fallen != version
            ? [changed, new AdjustmentsFallen(cycle, next.Node, version, next.Stamp[..16]) { At = now, By = PersonId.System }]
            : [changed];
    }

    private static ReportingEvent EventOf(CycleId cycle, NodeTotal total, UnitCode? superior) => superior is { } above
        ? new NodeChanged(cycle, above, $"{total.Node}.{total.Stamp[..16]}")
        : new SectorTotalChanged(cycle, total.Stamp, total.Completeness.IsEveryoneAccepted);
}
