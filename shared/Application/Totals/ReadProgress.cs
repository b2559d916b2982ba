using VksServerless.Cycles;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>How far a cycle has come: the whole, each province with all below it, and the other units of the sector together.</summary>
public sealed class ReadProgress(ITotals totals) : IUseCase
{
    /// <summary>The whole, without a single unit's report being read.</summary>
    public async Task<Completeness> Whole(CycleId cycle, CancellationToken cancellation) =>
        (await totals.Read(cycle, UnitCode.Sector, cancellation)).Value?.Completeness ?? Completeness.None;

    public async Task<CycleProgress> Execute(CycleId cycle, Roster roster, CancellationToken cancellation)
    {
        var children = (await totals.Children(cycle, UnitCode.Sector, cancellation)).Where(child => roster.Knows(child.Unit)).ToList();
        var nodes = children
            .Where(child => roster.LevelOf(child.Unit) is UnitLevel.Province || roster.HasSubordinates(child.Unit)).ToList();
        return new CycleProgress(
            children.Aggregate(Completeness.None, (sum, child) => sum + child.Completeness),
            [.. nodes.Select(child => new NodeProgress(child.Unit, child.Completeness)).OrderBy(node => node.Unit)],
            children.Except(nodes).Aggregate(Completeness.None, (sum, child) => sum + child.Completeness));
    }
}

/// <param name="Nodes">Provinces, and other units of the sector that have units below them.</param>
/// <param name="Others">All other units directly under the sector.</param>
public sealed record CycleProgress(Completeness Whole, IReadOnlyList<NodeProgress> Nodes, Completeness Others);

/// <param name="Completeness">Of the unit itself and everything below it.</param>
public sealed record NodeProgress(UnitCode Unit, Completeness Completeness);
