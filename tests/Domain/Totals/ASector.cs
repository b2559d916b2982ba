using System.Text.Json;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Tests.Units;
using VksServerless.Totals;
using VksServerless.Units;
using FiguresByUnit = System.Collections.Generic.IReadOnlyDictionary<VksServerless.Units.UnitCode,
System.Collections.Generic.IReadOnlyDictionary<string, VksServerless.Figures.Figure>>;

namespace VksServerless.Tests.Totals;

/// <summary>A small sector to which anything happens that the directory allows: one thing every thirty days.</summary>
internal sealed class ASector
{
    public static readonly DateOnly First = new(2025, 1, 1);

    private readonly Random _chance;

    public ASector(int seed, IReadOnlyCollection<byte> events)
    {
        _chance = new Random(seed);
        var changing = new AChangingDirectory(_chance);
        Earlier = Roster.Fix(Participants.Everyone, changing.Directory, First);
        Last = First;
        foreach (var what in events.Take(12))
        {
            Last = Last.AddDays(30);
            changing.Happens(what, Last);
        }

        Directory = changing.Directory;
        Figures = Earlier.Participants.ToDictionary(unit => unit.Unit, unit => (IReadOnlyDictionary<string, Figure>)Brought(unit.Unit));
    }

    public UnitDirectory Directory { get; }

    public DateOnly Last { get; }

    public Roster Earlier { get; }

    public Roster Later => Roster.Fix(Participants.Everyone, Directory, Last);

    public FiguresByUnit Figures { get; }

    public Restatement Restatement => new(Directory, First, Last);

    public IEnumerable<Share> Shares => Figures.Select(unit => new Share([unit.Key], unit.Value));

    public DateOnly AnyDay() => First.AddDays(_chance.Next(Last.DayNumber - First.DayNumber + 1));

    public FiguresByUnit Shuffled()
    {
        var units = Figures.ToArray();
        _chance.Shuffle(units);
        return new Dictionary<UnitCode, IReadOnlyDictionary<string, Figure>>(units);
    }

    public static string Said(object value) => JsonSerializer.Serialize(value, DomainJson.Options);

    private Dictionary<string, Figure> Brought(UnitCode unit)
    {
        var value = _chance.Next(0, 50) + (_chance.Next(0, 100) / 100m);
        return new Dictionary<string, Figure>
        {
            ["sum"] = new Figure.Sum(value, _chance.Next(-3, 3), 1),
            ["mean"] = new Figure.Mean(value, 1),
            ["least"] = new Figure.Least(value, unit, 1),
            ["tally"] = new Figure.Tally(new Dictionary<string, int> { [_chance.Next(2) == 0 ? "yes" : "no"] = 1 }),
        };
    }
}
