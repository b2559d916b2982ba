using VksServerless.Units;

namespace VksServerless.Cycles;

/// <summary>The participants of a cycle with their names and places in the tree, fixed when it opens.</summary>
/// <param name="Participants">In the directory's order.</param>
/// <param name="Nodes">Every superior of a participant up to the sector, with its own superior; deepest first.</param>
public sealed record Roster(IReadOnlyList<Participant> Participants, IReadOnlyList<RosterNode> Nodes)
{
    private readonly Lazy<Dictionary<UnitCode, (string Name, UnitLevel Level, UnitCode? Superior, IReadOnlyList<string> Mails)>> _units =
        new(() =>
        Nodes.Select(node => (node.Unit, node.Name, node.Level, node.Superior, Mails: node.Mails ?? []))
            .Concat(Participants.Select(participant => (
                participant.Unit, participant.Name, participant.Level, Superior: (UnitCode?)participant.Superior, participant.Mails)))
            .DistinctBy(unit => unit.Unit)
            .ToDictionary(unit => unit.Unit, unit => (unit.Name, unit.Level, unit.Superior, unit.Mails)));

    private readonly Lazy<ILookup<UnitCode, Participant>> _bySuperior =
        new(() => Participants.ToLookup(participant => participant.Superior));

    /// <summary>The participants by superior: the superiors, and under each its own, in the order of the participants.</summary>
    public IEnumerable<IGrouping<UnitCode, Participant>> BySuperior => _bySuperior.Value;

    /// <summary>Who answers for units that ended without having a place here themselves. Null: nobody.</summary>
    public IReadOnlyList<RosterNode>? Heirs { get; init; }

    /// <summary>Those who take part on that day, each under the nearest superior that lives on it.</summary>
    public static Roster Fix(Participants chosen, UnitDirectory directory, DateOnly day)
    {
        directory = directory.On(day);
        return new Roster([], []).Join(directory.Units.Where(unit => unit.LivesOn(day) && chosen.Include(unit)), directory, day);
    }

    /// <summary>With these as participants too; one that is in it already keeps its place.</summary>
    internal Roster Join(IEnumerable<Unit> joining, UnitDirectory directory, DateOnly day)
    {
        var joined = joining
            .Select(unit => new Participant(unit.Code, unit.Name, unit.Level, PlaceOf(unit, directory, day)
                ?? UnitCode.Sector, unit.Tier, unit.Mails))
            .ToList();
        var nodes = Nodes.ToDictionary(node => node.Unit);
        foreach (var participant in joined)
        {
            for (var at = directory.Find(participant.Superior); at is not null; at = PlaceOf(at, directory, day) is { } above
                ? directory.Find(above) : null)
            {
                nodes.TryAdd(at.Code, new RosterNode(at.Code, at.Name, at.Level, PlaceOf(at, directory, day), at.Mails));
            }
        }

        return new Roster(
            [.. Participants, .. joined], [.. nodes.Values.OrderByDescending(node => DepthOf(node, nodes)).ThenBy(node => node.Unit)])
        {
            Heirs = Heirs,
        };
    }

    /// <summary>With the names and addresses of those who answer for units that have ended.</summary>
    internal Roster Answering(IEnumerable<Unit> heirs)
    {
        List<RosterNode> all =
        [
            .. Heirs ?? [],
            .. heirs.Select(unit => new RosterNode(unit.Code, unit.Name, unit.Level, unit.Superior, unit.Mails)),
        ];
        all = [.. all.Where(unit => !Knows(unit.Unit)).DistinctBy(unit => unit.Unit)];
        return this with { Heirs = all.Count == 0 ? null : all };
    }

    private UnitCode? PlaceOf(Unit unit, UnitDirectory directory, DateOnly day) =>
        Knows(unit.Code) ? SuperiorOf(unit.Code) : Above(unit, directory, day);

    public bool Knows(UnitCode unit) => _units.Value.ContainsKey(unit);

    public string NameOf(UnitCode unit) =>
        _units.Value.TryGetValue(unit, out var known) ? known.Name : HeirOf(unit)?.Name ?? unit.ToString();

    /// <summary>
    /// Where a unit gets its mail that takes part, stands above one that does, or answers for one that has ended; none for others.
    /// </summary>
    public IReadOnlyList<string> MailsOf(UnitCode unit) =>
        _units.Value.TryGetValue(unit, out var known) ? known.Mails : HeirOf(unit)?.Mails ?? [];

    public UnitLevel LevelOf(UnitCode unit) => _units.Value[unit].Level;

    /// <summary>Its superior in this cycle; null for the sector and for units that this cycle does not know.</summary>
    public UnitCode? SuperiorOf(UnitCode unit) => _units.Value.TryGetValue(unit, out var known) ? known.Superior : null;

    /// <summary>Whether <paramref name="unit"/> is <paramref name="superior"/> or stands anywhere below it in this cycle.</summary>
    public bool IsWithin(UnitCode unit, UnitCode superior)
    {
        for (UnitCode? at = Knows(unit) ? unit : null; at is { } here; at = SuperiorOf(here))
        {
            if (here == superior)
            {
                return true;
            }
        }

        return false;
    }

    private RosterNode? HeirOf(UnitCode unit) => Heirs?.FirstOrDefault(heir => heir.Unit == unit);

    public bool HasSubordinates(UnitCode unit) => Nodes.Any(node => node.Unit == unit);

    /// <summary>The sector never ends, so a unit that has a superior has one that still exists.</summary>
    private static UnitCode? Above(Unit unit, UnitDirectory directory, DateOnly day)
    {
        var above = unit.Superior;
        while (above is { } code && code != UnitCode.Sector && directory.Find(code) is { } superior && !superior.LivesOn(day))
        {
            above = superior.Superior;
        }

        return above;
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
/// <param name="Mails">Null: none.</param>
public sealed record RosterNode(UnitCode Unit, string Name, UnitLevel Level, UnitCode? Superior, IReadOnlyList<string>? Mails = null);
