using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Units;
using FiguresByField = System.Collections.Generic.IReadOnlyDictionary<string, VksServerless.Figures.Figure>;

namespace VksServerless.Totals;

/// <summary>
/// Tính lại theo đơn vị kế thừa: the figures of an earlier period as the units of a later day would have had them. Nothing is
/// lost: what cannot be told apart between several heirs goes to their nearest common superior.
/// </summary>
/// <param name="earlier">A day of the earlier period on which its units lived: the one on which its cycle opened.</param>
/// <param name="later">The day whose units the figures are for: the one on which the later cycle opened.</param>
public sealed class Restatement(UnitDirectory directory, DateOnly earlier, DateOnly later)
{
    private readonly Lineage _lineage = new(directory);

    /// <summary>From which units of the earlier period the previous figures of a unit come.</summary>
    /// <param name="reported">The units of the earlier period.</param>
    public Origins PredecessorsOf(UnitCode unit, IEnumerable<UnitCode> reported)
    {
        var predecessors = reported.Distinct().Select(from => (Unit: from, Heirs: HeirsOf(from))).Where(from => from.Heirs.Contains(unit))
            .OrderBy(from => from.Unit).ToList();
        return new Origins(
            [.. predecessors.Select(from => from.Unit)], predecessors.Count > 0 && predecessors.All(from => from.Heirs.Count == 1));
    }

    /// <summary>Hands every share on to the heirs of those it belongs to. By way of any day between, the outcome is the same.</summary>
    public IReadOnlyList<Share> Carry(IEnumerable<Share> shares) =>
    [
        .. shares.Select(share => new Share([.. share.Units.SelectMany(HeirsOf).Distinct().Order()], share.Figures))
            .GroupBy(share => string.Join('|', share.Units), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Share(group.First().Units, FigureTable.Combine(group.Select(share => share.Figures)))),
    ];

    /// <param name="figures">Of the earlier period: what each unit itself brought to the totals.</param>
    /// <param name="tree">Of the later period: where a unit stands in it.</param>
    public Restated Of(IReadOnlyDictionary<UnitCode, FiguresByField> figures, Roster tree) =>
        new(
            Carry(figures.Select(unit => new Share([unit.Key], unit.Value))), unit => tree.Knows(unit), tree.SuperiorOf,
            directory.On(later), Notes(figures.Keys));

    /// <summary>What was done to make the periods comparable, to be shown with every comparison; empty when nothing had to be.</summary>
    /// <param name="reported">The units of the earlier period.</param>
    public IReadOnlyList<string> Notes(IEnumerable<UnitCode> reported)
    {
        var units = reported.ToHashSet();
        var fates = units.SelectMany(unit => _lineage.FatesOf(unit, earlier, later)).DistinctBy(fate => (fate.Unit, fate.Day)).ToList();
        units.UnionWith(fates.SelectMany(fate => fate.Heirs));
        return
        [
            .. fates.Select(fate => (fate.Day, fate.Unit, Text: SuccessionText.Of(fate.Unit, fate.Day, fate.Heirs, directory)))
                .Concat(directory.Successions
                    .Where(entry => entry.IsInPlace && entry.Day > earlier && entry.Day <= later && units.Contains(entry.Predecessor))
                    .Select(entry => (entry.Day, Unit: entry.Predecessor, Text: SuccessionText.Of(entry, directory))))
                .OrderBy(note => note.Day).ThenBy(note => note.Unit).ThenBy(note => note.Text, StringComparer.Ordinal)
                .Select(note => note.Text),
        ];
    }

    private IReadOnlyList<UnitCode> HeirsOf(UnitCode unit) => _lineage.HeirsOf(unit, earlier, later);
}

/// <param name="Units">Of the earlier period.</param>
/// <param name="Exact">All that these units reported belongs to the unit, and to no other; false as well when there are none.</param>
public sealed record Origins(IReadOnlyList<UnitCode> Units, bool Exact);

/// <summary>Figures that belong to one unit, or to several together that nobody can tell apart.</summary>
public sealed record Share(IReadOnlyList<UnitCode> Units, FiguresByField Figures);

/// <summary>An earlier period's figures in the tree of a later one.</summary>
public sealed class Restated
{
    private readonly Func<UnitCode, bool> _knows;
    private readonly Func<UnitCode, UnitCode?> _superior;
    private readonly UnitDirectory _directory;
    private readonly IReadOnlyList<(UnitCode At, Share Share)> _placed;

    internal Restated(
        IReadOnlyList<Share> shares, Func<UnitCode, bool> knows, Func<UnitCode, UnitCode?> superior, UnitDirectory directory,
        IReadOnlyList<string> notes)
    {
        (_knows, _superior, _directory, Notes) = (knows, superior, directory, notes);
        _placed = [.. shares.Select(share => (PlaceOf(share.Units), share))];
        Own = Combined(placed => IsOwn(placed.Share));
        Together = Combined(placed => !IsOwn(placed.Share));
    }

    /// <summary>What belongs to one unit of the later period alone.</summary>
    public IReadOnlyDictionary<UnitCode, FiguresByField> Own { get; }

    /// <summary>
    /// What belongs to several units together, by their nearest common superior; also what belongs to units that do not take part.
    /// </summary>
    public IReadOnlyDictionary<UnitCode, FiguresByField> Together { get; }

    /// <summary>In Vietnamese, oldest first.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Everything of the node and below it, and whether that is all: nothing of it stands undivided further up.</summary>
    public (FiguresByField Figures, bool Exact) Under(UnitCode node) => (
        FigureTable.Combine(_placed.Where(placed => IsWithin(placed.At, node)).Select(placed => placed.Share.Figures)),
        _placed.All(placed => IsWithin(placed.At, node) || !placed.Share.Units.Any(unit => IsWithin(Known(unit), node))));

    private bool IsOwn(Share share) => share.Units is [var unit] && _knows(unit);

    private SortedDictionary<UnitCode, FiguresByField> Combined(Func<(UnitCode At, Share Share), bool> which) => new(_placed.Where(which)
        .GroupBy(placed => placed.At)
        .ToDictionary(group => group.Key, group => FigureTable.Combine(group.Select(placed => placed.Share.Figures))));

    private UnitCode PlaceOf(IReadOnlyList<UnitCode> units)
    {
        var path = Path(Known(units[0]));
        foreach (var unit in units.Skip(1))
        {
            var other = Path(Known(unit)).ToHashSet();
            path = [.. path.Where(other.Contains)];
        }

        // One of several units is not the superior of all, though it stand above the others: what is its own and what is not cannot be
        // told.
        return path.FirstOrDefault(at => units.Count == 1 || !units.Contains(at), UnitCode.Sector);
    }

    private List<UnitCode> Path(UnitCode unit)
    {
        var path = new List<UnitCode>();
        for (UnitCode? at = unit; at is { } here && !path.Contains(here); at = _superior(here))
        {
            path.Add(here);
        }

        return path.Contains(UnitCode.Sector) ? path : [.. path, UnitCode.Sector];
    }

    private bool IsWithin(UnitCode unit, UnitCode node) => Path(unit).Contains(node);

    /// <summary>The unit, or the nearest superior that the later period knows.</summary>
    private UnitCode Known(UnitCode unit)
    {
        UnitCode? at = unit;
        while (at is { } here && here != UnitCode.Sector && !_knows(here))
        {
            at = _directory.Find(here)?.Superior;
        }

        return at ?? UnitCode.Sector;
    }
}
