using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Totals;

/// <summary>How the units of an earlier period became those of a later one.</summary>
internal sealed class Passage
{
    private readonly Lineage _lineage;
    private readonly Cycle? _earlier;
    private readonly Cycle? _later;
    private readonly HashSet<UnitCode> _staying = [];

    public Passage(UnitDirectory directory, DateOnly from, DateOnly through) =>
        (_lineage, From, Through) = (new Lineage(directory), from, through);

    /// <summary>
    /// Up to the opening of the later cycle the directory says what became of a unit, but who took part then stood for itself, though its
    /// end was recorded later. From there on the cycle says it: in it a unit stands for those whom it replaced.
    /// </summary>
    public Passage(UnitDirectory directory, Cycle earlier, Cycle later, Roster tree)
        : this(directory, earlier.CountedOn, later.CountedOn)
    {
        (_earlier, _later) = (earlier, later);
        _staying.UnionWith(tree.Participants.Select(participant => participant.Unit));
        _staying.ExceptWith(later.UnitChanges.SelectMany(change => change.Joined));
    }

    public DateOnly From { get; }

    public DateOnly Through { get; }

    /// <summary>False for one that left the earlier cycle: its successor reported in its place.</summary>
    public bool Reports(UnitCode unit) => _earlier?.LeavingOf(unit) is null;

    /// <summary>Who has what the unit was; the sector when nobody else has.</summary>
    public IReadOnlyList<UnitCode> HeirsOf(UnitCode unit)
    {
        var heirs = _lineage.HeirsOf(unit, FromOf(unit), Through, _staying);
        return _later is null ? heirs : [.. heirs.SelectMany(ReportersFor).Distinct().Order()];
    }

    /// <summary>Every fate on the way of these units: of which unit, who inherited, from which day.</summary>
    public IReadOnlyList<(UnitCode Unit, DateOnly Day, IReadOnlyList<UnitCode> Heirs)> FatesOf(IEnumerable<UnitCode> units)
    {
        var line = units.ToHashSet();
        var fates = line.SelectMany(unit => _lineage.FatesOf(unit, FromOf(unit), Through, _staying)).ToList();
        line.UnionWith(fates.SelectMany(fate => fate.Heirs));
        foreach (var change in _later?.UnitChanges ?? [])
        {
            var within = change.Ended.Where(ended => line.Contains(ended.Unit)).ToList();
            fates.AddRange(within.SelectMany(ended => _lineage.FatesOf(ended.Unit, _later!.JoinedOn(ended.Unit), change.Day)));
            line.UnionWith(within.SelectMany(ended => ended.Successors));
        }

        return [.. fates.DistinctBy(fate => (fate.Unit, fate.Day))];
    }

    private DateOnly FromOf(UnitCode unit) => _earlier?.JoinedOn(unit) ?? From;

    private IReadOnlyList<UnitCode> ReportersFor(UnitCode unit) =>
        _later!.ReportersFor(unit) is { Count: > 0 } reporters ? reporters : [UnitCode.Sector];
}
