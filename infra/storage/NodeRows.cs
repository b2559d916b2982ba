using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Storage;

/// <summary>
/// Where the rows of a cycle stand: in one partition for each superior, so that whatever changes with a unit's report
/// changes in one transaction, and one read of <see cref="Children"/> finds all that a superior's total is made of.
/// </summary>
internal static class NodeRows
{
    /// <summary>Begins every row that a superior's total is made of; the versions sort after them and are not read.</summary>
    public const string Children = "n|";

    public const string Contributions = "n|a|";

    public const string Obligations = "n|o|";

    public const string Totals = "n|s|";

    /// <summary>How each report stood after each change of its state: before the children, and not read with them.</summary>
    public const string Histories = "h|";

    /// <summary>Inspectors' checks: before the children, and not read with them.</summary>
    public const string Inspections = "i|";

    public static string Partitions(CycleId cycle) => $"{cycle}|";

    /// <param name="superior">Null: where the sector's own total stands, which has no superior. No unit code is a hyphen.</param>
    public static string Partition(CycleId cycle, UnitCode? superior) => $"{cycle}|{superior?.ToString() ?? "-"}";

    public static string Contribution(UnitCode unit) => $"{Contributions}{unit}";

    public static string Obligation(UnitCode unit) => $"{Obligations}{unit}";

    /// <summary>The total of the units below <paramref name="node"/>, kept beside the node's siblings.</summary>
    public static string Total(UnitCode node) => $"{Totals}{node}";

    public static string History(UnitCode unit, int revision) => $"{Histories}{unit}|{revision:000000}";

    public static string InspectionsOf(UnitCode unit) => $"{Inspections}{unit}|";

    public static string Inspection(UnitCode unit, int number) => $"{InspectionsOf(unit)}{number:0000}";

    public static string Versions(UnitCode unit) => $"v|{unit}|";

    public static string Version(UnitCode unit, int number) => $"{Versions(unit)}{number:0000}";

    public static string Presentations(UnitCode unit) => $"p|{unit}|";

    public static string Presentation(UnitCode unit, int number) => $"{Presentations(unit)}{number:0000}";
}
