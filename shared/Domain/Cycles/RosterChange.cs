using VksServerless.Units;

namespace VksServerless.Cycles;

/// <summary>
/// What a change of units comes to for a roster: who is to be exempt, who joins. Nobody who is in it goes or changes place, so
/// that of two rosters of a cycle the later one knows all that the earlier one knows.
/// </summary>
public sealed record RosterChange(Roster Roster, IReadOnlyList<EndedUnit> Ended, IReadOnlyList<UnitCode> Joined)
{
    /// <param name="opened">The day on which the roster was first fixed.</param>
    /// <param name="day">The day whose units count.</param>
    /// <param name="leaves">Of a participant that has ended: whether it is to be exempt, for it has handed in nothing.</param>
    public static RosterChange Of(
        Roster roster, Participants chosen, UnitDirectory directory, DateOnly opened, DateOnly day, Func<UnitCode, bool> leaves)
    {
        var (then, lineage) = (directory.On(day), new Lineage(directory));
        var ended = roster.Participants
            .Where(participant => then.Find(participant.Unit) is { } unit && !unit.LivesOn(day) && leaves(unit.Code))
            .Select(participant => new EndedUnit(participant.Unit,
                [.. lineage.HeirsOf(participant.Unit, opened, day).Where(heir => heir != participant.Unit && heir != UnitCode.Sector)]))
            .ToList();

        // A participant that was named is succeeded by name as well.
        var byName = ended.Where(unit => chosen.Units.Contains(unit.Unit)).SelectMany(unit => unit.Successors).ToHashSet();
        var taking = roster.Participants.Select(participant => participant.Unit).ToHashSet();
        var heirs = ended.SelectMany(unit => unit.Successors).ToHashSet();
        var joining = then.Units
            .Where(unit => heirs.Contains(unit.Code) && unit.LivesOn(day) && !taking.Contains(unit.Code)
                && (chosen.Include(unit) || (byName.Contains(unit.Code) && !chosen.Except.Contains(unit.Code))))
            .ToList();
        return new RosterChange(roster.Join(joining, then, day), ended, [.. joining.Select(unit => unit.Code)]);
    }
}
