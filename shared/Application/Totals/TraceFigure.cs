using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>From a figure of a node down to the units and versions that it came from.</summary>
public sealed class TraceFigure(ITotals totals, TakeSnapshot snapshot) : IUseCase
{
    /// <summary>What brings something to the figure: the node itself first, then its subordinates from the top down.</summary>
    public async Task<IReadOnlyList<Contribution>> Execute(
        Cycle cycle, Roster roster, UnitCode node, FieldCode field, Basis basis, CancellationToken cancellation)
    {
        if (!basis.IsNow)
        {
            var then = await snapshot.Execute(cycle, roster, node, basis, cancellation);
            return [.. then.Units.Values.OrderBy(unit => unit.Unit).SelectMany(unit => BroughtBy(unit, field))];
        }

        var sources = new List<Contribution>();
        if (roster.SuperiorOf(node) is { } superior)
        {
            var beside = await totals.Children(cycle.Id, superior, cancellation);
            sources.AddRange(beside.Where(child => child.Unit == node).SelectMany(child => BroughtBy(child, field)));
        }

        await Gather(cycle.Id, node, field, sources, cancellation);
        return sources;
    }

    private async Task Gather(CycleId cycle, UnitCode node, FieldCode field, List<Contribution> sources, CancellationToken cancellation)
    {
        foreach (var child in await totals.Children(cycle, node, cancellation))
        {
            sources.AddRange(BroughtBy(child, field));
            if (child.Below?.Figures.ContainsKey(field) == true)
            {
                await Gather(cycle, child.Unit, field, sources, cancellation);
            }
        }
    }

    private static IEnumerable<Contribution> BroughtBy(Child unit, FieldCode field) =>
        unit.Settled is { } contribution && contribution.Figures.ContainsKey(field) ? [contribution] : [];
}
