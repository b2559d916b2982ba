using System.Security.Cryptography;
using System.Text;
using VksServerless.Figures;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Totals;

/// <summary>
/// The total of everything below a node of the tree (the node's own report not included).
/// </summary>
/// <param name="Stamp">SHA-256 over what went in and its revisions: it never comes back to an earlier value.</param>
public sealed record NodeTotal(UnitCode Node, IReadOnlyDictionary<string, Figure> Figures, Completeness Completeness, string Stamp)
{
    /// <summary>The version of the node's own accepted report whose adjustments have fallen: what they were made on has changed.</summary>
    public int? Fallen { get; init; }

    public static NodeTotal Empty(UnitCode node) => Of(node, []);

    /// <summary>Adds up the children and nothing else: the same children give the same total, in whatever order they come.</summary>
    /// <param name="own">What the node's own accepted report brings, if anything: its adjustments are compared with the children.</param>
    public static NodeTotal Of(UnitCode node, IEnumerable<Child> children, Contribution? own = null)
    {
        var all = children.OrderBy(child => child.Unit).ToList();
        var figures = FigureTable.Combine(all.Select(child => child.Figures));
        var completeness = all.Aggregate(Totals.Completeness.None, (sofar, child) => sofar + child.Completeness);
        var sources = string.Join(
            '\n', all.Select(child => $"{child.Unit}@{child.Contribution?.Version}:{child.Obligation?.Revision}:{child.Below?.Stamp}"));
        var fallen = own?.Consolidation is { } made && !Consolidation.Stands(made.On, ByUnit(all)) ? own.Version : (int?)null;
        return new NodeTotal(node, figures, completeness, StampOf(fallen is null ? sources : $"{sources}\n{node}@{fallen} fallen"))
        {
            Fallen = fallen,
        };
    }

    /// <summary>By unit: what it and everything below it bring; units that bring nothing are not in it.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, Figure>> ByUnit(IEnumerable<Child> children) => children
        .Select(child => (Unit: child.Unit.ToString(), child.Figures)).Where(child => child.Figures.Count > 0)
        .ToDictionary(child => child.Unit, child => child.Figures);

    /// <summary>The same sources: nothing to hand on.</summary>
    public bool SameAs(NodeTotal? other) => other is not null && Stamp == other.Stamp && Completeness == other.Completeness;

    private static string StampOf(string sources) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sources)));
}

/// <summary>A unit as its superior sees it.</summary>
/// <param name="Obligation">Null when the unit itself does not take part but units below it do.</param>
/// <param name="Contribution">Null while its report is not accepted.</param>
/// <param name="Below">The total of the units below it; null for a leaf.</param>
public sealed record Child(UnitCode Unit, Obligation? Obligation, Contribution? Contribution, NodeTotal? Below)
{
    /// <summary>What its report brings now: without adjustments that have fallen.</summary>
    public Contribution? Settled => Contribution?.Settle(stands: !HasFallen);

    /// <summary>Whether its accepted report adjusts what is not as it was.</summary>
    public bool HasFallen => Contribution?.Consolidation is not null && Below?.Fallen == Contribution.Version;

    /// <summary>The unit itself and everything below it.</summary>
    public IReadOnlyDictionary<string, Figure> Figures => FigureTable.OfNode(Parts);

    public Completeness Completeness =>
        (Obligation is null ? Totals.Completeness.None : Totals.Completeness.Of(Obligation)) + (Below?.Completeness
            ?? Totals.Completeness.None);

    internal IEnumerable<IReadOnlyDictionary<string, Figure>> Parts =>
        new[] { Settled?.Figures, Below?.Figures }.OfType<IReadOnlyDictionary<string, Figure>>();
}
