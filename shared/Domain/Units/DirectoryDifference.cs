namespace VksServerless.Units;

/// <summary>What a new directory changes against the one before, unit by unit, in words for a page.</summary>
public sealed record DirectoryDifference(IReadOnlyList<UnitDifference> Changes)
{
    /// <summary>What goes first, then what changes, then what comes; each in the order of its directory.</summary>
    public static DirectoryDifference Between(UnitDirectory before, UnitDirectory after) => new(
    [
        .. before.Units.Where(unit => after.Find(unit.Code) is null)
            .Select(unit => new UnitDifference(unit.Code, unit.Name, UnitDifferenceKind.Gone, ["Không còn trong danh bạ."])),
        .. after.Units.Select(unit => before.Find(unit.Code) is { } was ? Changed(was, unit, before, after) : null)
            .OfType<UnitDifference>(),
        .. after.Units.Where(unit => before.Find(unit.Code) is null).Select(unit => Added(unit, after)),
    ]);

    public int Count(UnitDifferenceKind kind) => Changes.Count(change => change.Kind == kind);

    private static UnitDifference Added(Unit unit, UnitDirectory after) => new(
        unit.Code, unit.Name, UnitDifferenceKind.Added,
        [$"Trực thuộc {SuperiorOf(unit, after)}, hoạt động từ {Vietnamese.Day(unit.ValidFrom)}, {Until(unit)}."]);

    private static UnitDifference? Changed(Unit was, Unit unit, UnitDirectory before, UnitDirectory after)
    {
        var what = new List<string>();
        Compare("Tên", was.Name, unit.Name);
        Compare("Cấp", LevelOf(was), LevelOf(unit));
        if (was.Superior != unit.Superior)
        {
            Compare("Cấp trên", SuperiorOf(was, before), SuperiorOf(unit, after));
        }

        Compare("Thủ trưởng", Said(was.Head), Said(unit.Head));
        Compare("Thư", Said(string.Join(", ", was.Mails)), Said(string.Join(", ", unit.Mails)));
        Compare("Ngày bắt đầu", Vietnamese.Day(was.ValidFrom), Vietnamese.Day(unit.ValidFrom));
        Compare("Thời hạn", Until(was), Until(unit));
        return what.Count == 0 ? null : new UnitDifference(unit.Code, unit.Name, UnitDifferenceKind.Changed, what);

        void Compare(string part, string old, string now)
        {
            if (old != now)
            {
                what.Add($"{part}: {old} → {now}.");
            }
        }
    }

    private static string SuperiorOf(Unit unit, UnitDirectory directory) =>
        unit.Superior is { } superior ? $"{directory.NameOf(superior)} ({superior})" : "không đơn vị nào";

    private static string Until(Unit unit) => unit.ValidTo is { } last ? $"đến hết {Vietnamese.Day(last)}" : "không thời hạn";

    private static string Said(string text) => text.Length == 0 ? "không có" : text;

    private static string LevelOf(Unit unit) => unit.Level switch
    {
        UnitLevel.Department => "đơn vị thuộc VKSND tối cao",
        UnitLevel.HighLevel => "VKSND cấp cao",
        UnitLevel.Military => "Viện kiểm sát quân sự",
        UnitLevel.Press => "báo, tạp chí",
        UnitLevel.School => "trường",
        UnitLevel.Province => "VKSND cấp tỉnh",
        UnitLevel.District => "VKSND cấp huyện, khu vực",
        _ => "toàn Ngành",
    };
}

/// <param name="Name">As it is called afterwards.</param>
/// <param name="What">A sentence in Vietnamese for each change of the unit.</param>
public sealed record UnitDifference(UnitCode Unit, string Name, UnitDifferenceKind Kind, IReadOnlyList<string> What);

public enum UnitDifferenceKind
{
    /// <summary>Not in the directory before.</summary>
    Added,

    /// <summary>In both, and something about it is different.</summary>
    Changed,

    /// <summary>No longer in the directory.</summary>
    Gone,
}
