using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>Reads the figures below a node from its total.</summary>
public sealed class FiguresBelow(ITotals totals) : IFiguresBelow
{
    public async Task<IReadOnlyList<Contribution>> Accepted(CycleId cycle, UnitCode node, CancellationToken cancellation) =>
        [.. (await totals.Children(cycle, node, cancellation)).Select(child => child.Contribution).OfType<Contribution>()];

    public async Task<IReadOnlyDictionary<string, Figure>> Total(CycleId cycle, UnitCode node, CancellationToken cancellation) =>
        (await totals.Read(cycle, node, cancellation)).Value?.Figures ?? FigureTable.None;
}
