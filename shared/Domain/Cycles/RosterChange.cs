using VksServerless.Units;

namespace VksServerless.Cycles;

/// <summary>
/// What a change of units comes to for a roster: who is to be exempt, who joins, for whom others answer. Nobody who is in it goes or
/// changes place, so that of two rosters of a cycle the later one knows all that the earlier one knows.
/// </summary>
/// <param name="Ended">Participants that have ended and owe their report.</param>
/// <param name="Kept">Those that have ended, and what they handed in or who reports to them keeps its place.</param>
public sealed record RosterChange(
    Roster Roster, IReadOnlyList<EndedUnit> Ended, IReadOnlyList<EndedUnit> Kept, IReadOnlyList<UnitCode> Joined)
{
    /// <param name="opened">The day on which the roster was first fixed.</param>
    /// <param name="day">The day whose units count.</param>
    /// <param name="leaves">Of a participant that has ended: whether it owes its report, and so others report in its place.</param>
    /// <param name="recorded">Whose end an earlier change has taken over. Null: nobody's.</param>
    public static RosterChange Of(
        Roster roster, Participants chosen, UnitDirectory directory, DateOnly opened, DateOnly day, Func<UnitCode, bool> leaves,
        IReadOnlySet<UnitCode>? recorded = null)
    {
        var (then, lineage) = (directory.On(day), new Lineage(directory));
        var taking = roster.Participants.Select(participant => participant.Unit).ToHashSet();
        var over = taking.Concat(roster.Nodes.Concat(roster.Heirs ?? []).Select(node => node.Unit)).Distinct()
            .Where(code => recorded?.Contains(code) is not true && then.Find(code) is { } unit && !unit.LivesOn(day))
            .Select(code => new EndedUnit(
                code, [.. lineage.HeirsOf(code, opened, day).Where(heir => heir != code && heir != UnitCode.Sector)]))
            .ToLookup(unit => taking.Contains(unit.Unit) && leaves(unit.Unit));
        List<EndedUnit> ended = [.. over[true]], kept = [.. over[false]];

        // A participant that was named is succeeded by name as well.
        var byName = ended.Where(unit => chosen.Units.Contains(unit.Unit)).SelectMany(unit => unit.Successors).ToHashSet();
        var heirs = ended.SelectMany(unit => unit.Successors).ToHashSet();
        var joining = then.Units
            .Where(unit => heirs.Contains(unit.Code) && unit.LivesOn(day) && !taking.Contains(unit.Code)
                && (chosen.Include(unit) || (byName.Contains(unit.Code) && !chosen.Except.Contains(unit.Code))))
            .ToList();
        var answering = ended.Concat(kept).SelectMany(unit => unit.Successors).Distinct().Select(then.Find).OfType<Unit>();
        return new RosterChange(
            roster.Join(joining, then, day).Answering(answering), ended, kept, [.. joining.Select(unit => unit.Code)]);
    }
}
