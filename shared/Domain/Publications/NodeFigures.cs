using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>The figures of one unit with everything below it.</summary>
public sealed record NodeFigures(
    UnitCode Unit, string Name, UnitLevel Level, Completeness Completeness, IReadOnlyDictionary<string, Figure> Figures)
{
    internal static NodeFigures Of(Child child, Roster roster) =>
        new(child.Unit, roster.NameOf(child.Unit), roster.LevelOf(child.Unit), child.Completeness, child.Figures);
}

/// <summary>An adjustment that a province made in consolidation.</summary>
public sealed record AdjustmentMade(UnitCode Unit, FieldCode Field, decimal Amount, string Reason)
{
    /// <summary>True where it counts no more, because the figures that it was made on have changed; else null.</summary>
    public bool? Fallen { get; init; }
}
