using VksServerless.Units;

namespace VksServerless.Cycles;

/// <summary>The participants of a cycle with their names and places in the tree, fixed when it opens.</summary>
/// <param name="Participants">In the directory's order.</param>
/// <param name="Nodes">Every superior of a participant up to the sector, with its own superior; deepest first.</param>
public sealed record Roster(IReadOnlyList<Participant> Participants, IReadOnlyList<RosterNode> Nodes)
{
    private Dictionary<UnitCode, string>? _names;

    /// <summary>Those who take part on that day, under the nearest superior that lives.</summary>
    public static Roster Fix(Participants chosen, UnitDirectory directory, DateOnly day)
    {
        var participants = directory.Units
            .Where(unit => unit.LivesOn(day) && chosen.Include(unit))
            .Select(unit => new Participant(unit.Code, unit.Name, unit.Level, unit.Superior ?? UnitCode.Sector, unit.Tier, unit.Mails))
            .ToList();
        var nodes = new Dictionary<UnitCode, RosterNode>();
        foreach (var participant in participants)
        {
            for (var at = directory.Find(participant.Superior); at is not null; at = at.Superior is { } above ? directory.Find(above) : null)
            {
                nodes.TryAdd(at.Code, new RosterNode(at.Code, at.Name, at.Level, at.Superior));
            }
        }

        return new Roster(participants, [.. nodes.Values.OrderByDescending(node => DepthOf(node, nodes)).ThenBy(node => node.Unit)]);
    }

    public string NameOf(UnitCode unit)
    {
        _names ??= Nodes.Select(node => (node.Unit, node.Name)).Concat(Participants.Select(participant => (participant.Unit, participant.Name)))
            .DistinctBy(named => named.Unit).ToDictionary(named => named.Unit, named => named.Name);
        return _names.GetValueOrDefault(unit, unit.ToString());
    }

    private static int DepthOf(RosterNode node, Dictionary<UnitCode, RosterNode> nodes)
    {
        var depth = 0;
        for (var at = node; at.Superior is { } above && nodes.TryGetValue(above, out var next); at = next)
        {
            depth++;
        }

        return depth;
    }
}

/// <summary>A unit that must report in a cycle.</summary>
public sealed record Participant(UnitCode Unit, string Name, UnitLevel Level, UnitCode Superior, Tier Tier, IReadOnlyList<string> Mails);

/// <summary>A unit that others report to in a cycle.</summary>
public sealed record RosterNode(UnitCode Unit, string Name, UnitLevel Level, UnitCode? Superior);
