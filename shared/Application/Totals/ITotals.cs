using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>Where totals are kept: each beside its node's superior's other children, so that one read finds them all.</summary>
public interface ITotals
{
    /// <summary>Every unit directly under the node: its obligation, what its accepted report brings, and the total below it.</summary>
    Task<IReadOnlyList<Child>> Children(CycleId cycle, UnitCode node, CancellationToken cancellation);

    /// <summary>What the node's own accepted report brings; null while there is none.</summary>
    Task<Contribution?> Own(CycleId cycle, UnitCode node, CancellationToken cancellation);

    /// <summary>The total below the node, with an empty ETag before the first.</summary>
    Task<Versioned<NodeTotal?>> Read(CycleId cycle, UnitCode node, CancellationToken cancellation);

    /// <summary>Writes the total and the events that follow from it, together.</summary>
    /// <returns>False when it has changed since it was read: read the children again.</returns>
    Task<bool> Save(
        CycleId cycle, Versioned<NodeTotal?> read, NodeTotal next, IReadOnlyList<ReportingEvent> events, CancellationToken cancellation);
}
