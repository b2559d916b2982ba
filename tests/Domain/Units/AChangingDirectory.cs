using VksServerless.Units;

namespace VksServerless.Tests.Units;

/// <summary>The small directory, to which anything happens that it allows.</summary>
internal sealed class AChangingDirectory(Random chance)
{
    private int _born;

    public UnitDirectory Directory { get; private set; } = ADirectory.Small;

    public void Happens(byte what, DateOnly day) =>
        Directory = Change(what, day) is { } change ? change.ApplyTo(Directory, "Quản trị", ADirectory.Now).Value : Directory;

    private DirectoryChangeFile? Change(byte what, DateOnly day)
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

    private Unit Any(List<Unit> units) => units[chance.Next(units.Count)];
}
