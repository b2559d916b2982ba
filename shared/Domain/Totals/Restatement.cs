using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Units;
using FiguresByField = System.Collections.Generic.IReadOnlyDictionary<string, VksServerless.Figures.Figure>;

namespace VksServerless.Totals;

/// <summary>
/// Tính lại theo đơn vị kế thừa: the figures of an earlier period as the units of a later day would have had them. Nothing is
/// lost: what cannot be told apart between several heirs goes to their nearest common superior.
/// </summary>
public sealed class Restatement
{
    private readonly Passage _passage;
    private readonly UnitDirectory _directory;

    /// <param name="earlier">A day of the earlier period on which its units lived.</param>
    /// <param name="later">The day whose units the figures are for.</param>
    public Restatement(UnitDirectory directory, DateOnly earlier, DateOnly later) =>
        (_directory, _passage) = (directory, new Passage(directory, earlier, later));

    /// <summary>
    /// From what one cycle's units reported to the units of another: each stands for those whom it replaced in that very cycle, however
    /// the directory has gone on.
    /// </summary>
    /// <param name="tree">Of the later cycle.</param>
    public Restatement(UnitDirectory directory, Cycle earlier, Cycle later, Roster tree) =>
        (_directory, _passage) = (directory, new Passage(directory, earlier, later, tree));

    /// <summary>From which units of the earlier period the previous figures of a unit come.</summary>
    /// <param name="reported">The units of the earlier period.</param>
    public Origins PredecessorsOf(UnitCode unit, IEnumerable<UnitCode> reported)
    {
        var predecessors = reported.Distinct().Where(_passage.Reports)
            .Select(from => (Unit: from, Heirs: _passage.HeirsOf(from))).Where(from => from.Heirs.Contains(unit))
            .OrderBy(from => from.Unit).ToList();
        return new Origins(
            [.. predecessors.Select(from => from.Unit)], predecessors.Count > 0 && predecessors.All(from => from.Heirs.Count == 1));
    }

    /// <summary>Hands every share on to the heirs of those it belongs to. By way of any day between, the outcome is the same.</summary>
    public IReadOnlyList<Share> Carry(IEnumerable<Share> shares) =>
    [
        .. shares.Select(share => new Share([.. share.Units.SelectMany(_passage.HeirsOf).Distinct().Order()], share.Figures))
            .GroupBy(share => string.Join('|', share.Units), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Share(group.First().Units, FigureTable.Combine(group.Select(share => share.Figures)))),
    ];

    /// <param name="figures">Of the earlier period: what each unit itself brought to the totals.</param>
    /// <param name="tree">Of the later period: where a unit stands in it.</param>
    public Restated Of(IReadOnlyDictionary<UnitCode, FiguresByField> figures, Roster tree) =>
        new(
            Carry(figures.Select(unit => new Share([unit.Key], unit.Value))), unit => tree.Knows(unit), tree.SuperiorOf,
            _directory.On(_passage.Through), Notes(figures.Keys));

    /// <summary>What was done to make the periods comparable, to be shown with every comparison; empty when nothing had to be.</summary>
    /// <param name="reported">The units of the earlier period.</param>
    public IReadOnlyList<string> Notes(IEnumerable<UnitCode> reported)
    {
        var units = reported.Where(_passage.Reports).ToHashSet();
        var fates = _passage.FatesOf(units);
        units.UnionWith(fates.SelectMany(fate => fate.Heirs));
        return
        [
            .. fates.Select(fate => (fate.Day, fate.Unit, Text: SuccessionText.Of(fate.Unit, fate.Day, fate.Heirs, _directory)))
                .Concat(_directory.Successions
                    .Where(entry => entry.IsInPlace && entry.Day > _passage.From && entry.Day <= _passage.Through
                        && units.Contains(entry.Predecessor))
                    .Select(entry => (entry.Day, Unit: entry.Predecessor, Text: SuccessionText.Of(entry, _directory))))
                .OrderBy(note => note.Day).ThenBy(note => note.Unit).ThenBy(note => note.Text, StringComparer.Ordinal)
                .Select(note => note.Text),
        ];
    }
}

/// <param name="Units">Of the earlier period.</param>
/// <param name="Exact">All that these units reported belongs to the unit, and to no other; false as well when there are none.</param>
public sealed record Origins(IReadOnlyList<UnitCode> Units, bool Exact);

/// <summary>Figures that belong to one unit, or to several together that nobody can tell apart.</summary>
public sealed record Share(IReadOnlyList<UnitCode> Units, FiguresByField Figures);
