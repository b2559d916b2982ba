using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>Reads the figures below a node from its total.</summary>
public sealed class FiguresBelow(ITotals totals, TakeSnapshot snapshot) : IFiguresBelow
{
    public async Task<IReadOnlyList<Contribution>> Accepted(CycleId cycle, UnitCode node, CancellationToken cancellation) =>
        [.. (await totals.Children(cycle, node, cancellation)).Select(child => child.Settled).OfType<Contribution>()];

    public async Task<IReadOnlyList<Contribution>> Standing(Cycle cycle, Roster roster, CancellationToken cancellation) =>
        roster.Knows(UnitCode.Sector)
            ? [.. (await snapshot.Execute(cycle, roster, UnitCode.Sector, Basis.Standing, cancellation)).Units.Values
                .Select(unit => unit.Contribution).OfType<Contribution>()]
            : [];

    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, Figure>>> ByUnit(
        CycleId cycle, UnitCode node, CancellationToken cancellation) =>
        NodeTotal.ByUnit(await totals.Children(cycle, node, cancellation));
}
