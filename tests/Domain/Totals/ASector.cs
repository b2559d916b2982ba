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
    private int _born;

    public ASector(int seed, IReadOnlyCollection<byte> events)
    {
        _chance = new Random(seed);
        Directory = ADirectory.Small;
        Earlier = Roster.Fix(Participants.Everyone, Directory, First);
        Last = First;
        foreach (var what in events.Take(12))
        {
            Last = Last.AddDays(30);
            Directory = Happens(what, Last) is { } change ? change.ApplyTo(Directory, "Quản trị", ADirectory.Now).Value : Directory;
        }

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

    private DirectoryChangeFile? Happens(byte what, DateOnly day)
    {
        var text = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var living = Directory.Units.Where(unit => unit.LivesOn(day) && unit.LivesOn(day.AddDays(-1)) && unit.Level != UnitLevel.Sector)
            .ToList();
        var (one, other) = (Any(living), Any(living));
        var provinces = living.Where(unit => unit.Level == UnitLevel.Province).ToList();
        var peers = living.Where(unit => unit.Level == one.Level && unit != one).ToList();
        var (first, second) = (New(one, text), New(one, text));
        return (what % 8) switch
        {
            0 when peers.Count > 0 => Of([first], Entry(one, first.Code, "merge"), Entry(Any(peers), first.Code, "merge")),
            1 when peers.Count > 0 => Of([], Entry(one, $"{Any(peers).Code}", "merge")),
            2 when one.Level == UnitLevel.District =>
                Of([first, second], Entry(one, first.Code, "split"), Entry(one, second.Code, "split")),
            3 => Of([first], Entry(one, first.Code, "separate")),
            4 when peers.Count > 0 => Of([], Entry(one, $"{Any(peers).Code}", "separate")),
            5 => Of([new($"{one.Code}", Name: $"Tên {text}")], Entry(one, $"{one.Code}", "rename")),
            6 when one.Level == UnitLevel.District && Any(provinces) is var province && province.Code != one.Superior =>
                Of([new($"{one.Code}", Superior: $"{province.Code}")], Entry(one, $"{one.Code}", "reparent")),
            7 when one.Level == UnitLevel.District && other != one =>
                Of(
                    [
                        new(
                            $"{one.Code}",
                            ValidTo: day.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
                        new($"{other.Code}", Name: $"Tên {text}")],
                    Entry(other, $"{other.Code}", "rename")),
            _ => null,
        };

        DirectoryChangeFile Of(DirectoryChangeFile.Line[] lines, params DirectoryChangeFile.Entry[] entries) =>
            new(lines, entries, "Sắp xếp lại");
        DirectoryChangeFile.Entry Entry(Unit from, string to, string kind) => ADirectory.Entry($"{from.Code}", to, kind, text);
    }

    private DirectoryChangeFile.Line New(Unit like, string from) =>
        ADirectory.Line($"N{++_born}", $"{like.Superior}", like.Level == UnitLevel.Province ? "province" : "district", from);

    private Unit Any(List<Unit> units) => units[_chance.Next(units.Count)];

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
