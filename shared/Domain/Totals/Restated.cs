using VksServerless.Figures;
using VksServerless.Units;
using FiguresByField = System.Collections.Generic.IReadOnlyDictionary<string, VksServerless.Figures.Figure>;

namespace VksServerless.Totals;

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
