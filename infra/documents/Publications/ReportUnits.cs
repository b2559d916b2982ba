using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Units;

namespace VksServerless.Documents.Publications;

/// <summary>The units of a report: what they are called and under which node they are listed.</summary>
internal sealed class ReportUnits
{
    private const string Central = "Các đơn vị trực thuộc Viện kiểm sát nhân dân tối cao";

    private readonly SectorReport _report;
    private readonly Dictionary<UnitCode, string> _names;
    private readonly Dictionary<UnitCode, UnitCode> _superiors;
    private readonly List<UnitCode> _groups;
    private readonly HashSet<UnitCode> _withSubordinates;

    public ReportUnits(SectorReport report)
    {
        _report = report;
        _names = report.Manifest.Select(entry => (entry.Unit, entry.Name))
            .Concat(report.Nodes.Select(node => (node.Unit, node.Name)))
            .DistinctBy(unit => unit.Unit)
            .GroupBy(unit => unit.Name)
            .SelectMany(units => units.Select(unit => (unit.Unit, Name: units.Count() == 1 ? unit.Name : $"{unit.Name} ({unit.Unit})")))
            .ToDictionary(unit => unit.Unit, unit => unit.Name);
        _superiors = report.Manifest.DistinctBy(entry => entry.Unit).ToDictionary(entry => entry.Unit, entry => entry.Superior);
        _withSubordinates = report.Manifest.Select(entry => entry.Superior).ToHashSet();
        _groups = [.. report.Nodes.Select(node => node.Unit).Where(_withSubordinates.Contains)];
    }

    /// <summary>
    /// What the lowest tier is called: as its units are in the period, khu vực since July 2025 and cấp huyện before.
    /// </summary>
    public string LowerTier => _report.Manifest.Any(entry => entry.Level is UnitLevel.District
        && entry.Name.Contains("khu vực", StringComparison.OrdinalIgnoreCase)) ? "khu vực" : "cấp huyện";

    public string ShortNameOf(UnitLevel level) => Labels.InBrief(level, LowerTier);

    public string LongNameOf(UnitLevel level) => Labels.OfLevel(level, LowerTier);

    public string NameOf(UnitCode unit) => _names.GetValueOrDefault(unit) ?? unit.ToString();

    /// <summary>
    /// Those directly under the sector that nobody reports to come first, together; then each of the others with its own.
    /// </summary>
    public IEnumerable<(string Name, IReadOnlyList<T> Items)> Group<T>(IEnumerable<T> items, Func<T, UnitCode> unitOf) =>
        from item in items
        let node = NodeOf(unitOf(item))
        let place = _groups.IndexOf(node)
        group item by (Place: place, Name: place < 0 ? Central : NameOf(node)) into together
        orderby together.Key.Place
        select (together.Key.Name, (IReadOnlyList<T>)[.. together]);

    /// <summary>Whether the unit answers what is asked of these.</summary>
    public bool IsAsked(Audience audience, UnitCode unit, UnitLevel level) =>
        audience.Includes(unit, level, _withSubordinates.Contains(unit));

    /// <summary>The nodes that answer a section themselves or by a unit below them.</summary>
    public IEnumerable<UnitCode> NodesAsked(Audience audience)
    {
        var levels = _report.Nodes.ToDictionary(node => node.Unit, node => node.Level);
        return _report.Manifest
            .Where(entry => entry.Tier is Tier.District ? IsAsked(audience, entry.Unit, UnitLevel.District)
                : levels.TryGetValue(NodeOf(entry.Unit), out var level) && IsAsked(audience, entry.Unit, level))
            .Select(entry => NodeOf(entry.Unit))
            .Distinct();
    }

    private UnitCode NodeOf(UnitCode unit)
    {
        // The tree is not deeper than its levels; a ring in it would be a fault of the directory, not a reason to hang.
        for (var steps = 0; steps < 8 && _superiors.TryGetValue(unit, out var superior) && superior != UnitCode.Sector; steps++)
        {
            unit = superior;
        }

        return unit;
    }
}
