using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Units;

namespace VksServerless.Totals;

/// <summary>
/// The totals of a node and of every node below it, of what counts of each unit's report: how it stands, stood or was handed in.
/// </summary>
public sealed class Snapshot
{
    private readonly RollUp _figures;
    private readonly Dictionary<UnitCode, Completeness> _completeness;

    private Snapshot(
        IReadOnlyList<(UnitCode Unit, UnitCode? Superior)> tree, IReadOnlyDictionary<UnitCode, Child> units, RollUp figures,
        Dictionary<UnitCode, Completeness> completeness) =>
        (Tree, Units, _figures, _completeness) = (tree, units, figures, completeness);

    /// <summary>The node and each unit of the cycle below it, with its superior.</summary>
    public IReadOnlyList<(UnitCode Unit, UnitCode? Superior)> Tree { get; }

    /// <summary>What each unit owes and brings itself; nothing of what is below it.</summary>
    public IReadOnlyDictionary<UnitCode, Child> Units { get; }

    /// <param name="units">Those of the node and of everything below it that have an obligation or bring something; others count
    /// nothing.</param>
    public static Snapshot Of(Roster roster, UnitCode node, IEnumerable<Child> units)
    {
        var tree = Within(roster, node);
        var within = Settled(tree, units.Where(unit => roster.IsWithin(unit.Unit, node))
            .ToDictionary(unit => unit.Unit, unit => unit with { Below = null }));
        var completeness = tree.ToDictionary(place => place.Unit, _ => Completeness.None);
        foreach (var unit in within.Values)
        {
            for (UnitCode? at = unit.Unit; at is { } here && completeness.TryGetValue(here, out var sofar); at = roster.SuperiorOf(here))
            {
                completeness[here] = sofar + unit.Completeness;
            }
        }

        return new Snapshot(
            tree,
            within,
            RollUp.Of(
                tree,
                within.Values.Where(unit => unit.Contribution is not null)
                    .ToDictionary(unit => unit.Unit, unit => unit.Contribution!.Figures)),
            completeness);
    }

    /// <summary>Of the unit itself and everything below it.</summary>
    public IReadOnlyDictionary<string, Figure> FiguresOf(UnitCode unit) => _figures[unit];

    public Completeness CompletenessOf(UnitCode unit) => _completeness[unit];

    /// <summary>What the unit's own report brings.</summary>
    public IReadOnlyDictionary<string, Figure> OwnOf(UnitCode unit) =>
        Units.GetValueOrDefault(unit)?.Contribution?.Figures ?? FigureTable.None;

    /// <summary>
    /// Without adjustments that no longer rest on what they were made on: from the bottom up, since adjusted sums are adjusted again.
    /// </summary>
    private static Dictionary<UnitCode, Child> Settled(
        IReadOnlyList<(UnitCode Unit, UnitCode? Superior)> tree, Dictionary<UnitCode, Child> units)
    {
        var superiors = tree.ToDictionary(place => place.Unit, place => place.Superior);
        var below = tree.ToLookup(place => place.Superior ?? place.Unit, place => place.Unit);
        foreach (var (unit, made) in units.Values.Select(unit => (unit, unit.Contribution?.Consolidation))
            .Where(unit => unit.Consolidation is not null).OrderByDescending(unit => DepthOf(unit.unit.Unit)).ToList())
        {
            var brought = Under(unit.Unit).ToDictionary(child => child.ToString(), FiguresOf);
            units[unit.Unit] = unit with { Contribution = unit.Contribution!.Settle(Consolidation.Stands(made!.On, brought)) };
        }

        return units;

        IEnumerable<UnitCode> Under(UnitCode unit) => below[unit].Where(child => child != unit);

        IReadOnlyDictionary<string, Figure> FiguresOf(UnitCode unit) => FigureTable.OfNode(
            Under(unit).Select(FiguresOf).Prepend(units.GetValueOrDefault(unit)?.Contribution?.Figures ?? FigureTable.None));

        int DepthOf(UnitCode unit) => superiors.GetValueOrDefault(unit) is { } superior ? 1 + DepthOf(superior) : 0;
    }

    private static IReadOnlyList<(UnitCode Unit, UnitCode? Superior)> Within(Roster roster, UnitCode node) =>
    [
        .. roster.Nodes.Select(superior => superior.Unit).Concat(roster.Participants.Select(participant => participant.Unit)).Append(node)
            .Distinct()
            .Where(unit => unit == node || roster.IsWithin(unit, node))
            .Select(unit => (unit, unit == node ? null : roster.SuperiorOf(unit))),
    ];
}
