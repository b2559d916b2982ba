using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>
/// In which order a report lists units: as the directory does, each superior followed by those below it. Codes are for
/// machines; readers look for the departments first and then for the provinces.
/// </summary>
internal sealed class ReadingOrder
{
    private readonly Dictionary<UnitCode, int> _ranks = [];

    public ReadingOrder(Roster roster)
    {
        var places = PlacesOf(roster);
        var below = places.Keys.Where(unit => roster.SuperiorOf(unit) is not null).ToLookup(unit => roster.SuperiorOf(unit)!.Value);
        Rank(UnitCode.Sector);

        void Rank(UnitCode unit)
        {
            if (_ranks.TryAdd(unit, _ranks.Count))
            {
                foreach (var subordinate in below[unit].OrderBy(subordinate => places[subordinate]).ThenBy(subordinate => subordinate))
                {
                    Rank(subordinate);
                }
            }
        }
    }

    public IReadOnlyList<Standing> Sort(IEnumerable<Standing> standings) =>
        [.. standings.OrderBy(standing => Of(standing.Obligation.Unit)).ThenBy(standing => standing.Obligation.Unit)];

    public int Of(UnitCode unit) => _ranks.GetValueOrDefault(unit, int.MaxValue);

    /// <summary>A superior that does not take part itself stands where the first of its subordinates does.</summary>
    private static Dictionary<UnitCode, int> PlacesOf(Roster roster)
    {
        var places = roster.Participants.Select((participant, place) => (participant.Unit, place)).DistinctBy(entry => entry.Unit)
            .ToDictionary();
        foreach (var (participant, place) in roster.Participants.Select((participant, place) => (participant, place)))
        {
            for (
                UnitCode? at = participant.Superior; at is { } superior && places.TryAdd(superior, place); at = roster.SuperiorOf(superior))
            {
            }
        }

        return places;
    }
}
