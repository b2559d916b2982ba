using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>A node's figures with everything below it: as they are kept, or as they were or were handed in.</summary>
public sealed class ReadNodeTotal(ITotals totals, TakeSnapshot snapshot) : IUseCase
{
    public async Task<NodeOverview> Execute(Cycle cycle, Roster roster, UnitCode node, Basis basis, CancellationToken cancellation) =>
        basis.IsNow
            ? await Kept(cycle.Id, roster, node, cancellation)
            : Of(await snapshot.Execute(cycle, roster, node, basis, cancellation), node);

    private async Task<NodeOverview> Kept(CycleId cycle, Roster roster, UnitCode node, CancellationToken cancellation)
    {
        var children = await totals.Children(cycle, node, cancellation);

        // A superior that does not report itself has no row of its own until the first total of those below it.
        var row = roster.SuperiorOf(node) is { } superior
            ? (await totals.Children(cycle, superior, cancellation)).FirstOrDefault(child => child.Unit == node)
            : null;
        var own = row is null ? new Child(node, null, null, null) : row with { Contribution = row.Settled, Below = null };
        var whole = own with { Below = NodeTotal.Of(node, children) };
        return new NodeOverview(
            whole.Completeness, whole.Figures, own.Figures, [.. children.Select(child => new Subordinate(child, child.Completeness))]);
    }

    private static NodeOverview Of(Snapshot then, UnitCode node) => new(
        then.CompletenessOf(node),
        then.FiguresOf(node),
        then.OwnOf(node),
        [
            .. then.Tree.Where(place => place.Superior == node).Select(place => place.Unit).Order().Select(unit => new Subordinate(
                then.Units.GetValueOrDefault(unit) ?? new Child(unit, null, null, null), then.CompletenessOf(unit))),
        ]);
}

/// <param name="Completeness">Of the unit itself and everything below it, as are the figures.</param>
/// <param name="Own">What the unit's own report brings.</param>
/// <param name="Subordinates">The units directly below, by code.</param>
public sealed record NodeOverview(
    Completeness Completeness, IReadOnlyDictionary<string, Figure> Figures, IReadOnlyDictionary<string, Figure> Own,
    IReadOnlyList<Subordinate> Subordinates);

/// <param name="Completeness">Of the unit and everything below it.</param>
public sealed record Subordinate(Child Unit, Completeness Completeness);
