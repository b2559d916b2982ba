namespace VksServerless.Units;

/// <summary>What became of units, as a person reads it.</summary>
public static class SuccessionText
{
    /// <summary>
    /// Viện kiểm sát nhân dân tỉnh Trà Vinh (T84) hợp nhất vào Viện kiểm sát nhân dân tỉnh Vĩnh Long (T86-2025), từ 01/07/2025.
    /// </summary>
    public static string Of(UnitCode unit, DateOnly day, IReadOnlyList<UnitCode> heirs, UnitDirectory directory)
    {
        var entries = directory.Successions.Where(entry => entry.Predecessor == unit && entry.Day == day && !entry.IsInPlace).ToList();
        var successors = entries.Count > 0 ? entries.Select(entry => entry.Successor).Order() : heirs.Order();
        var others = string.Join(", ", successors.Select(heir => Named(heir, directory)));
        return $"{Named(unit, directory.On(day.AddDays(-1)))} {Verb(entries.FirstOrDefault())} {others}, từ {Vietnamese.Day(day)}.";
    }

    /// <summary>One entry by itself.</summary>
    public static string Of(Succession entry, UnitDirectory directory) => entry.IsInPlace ? InPlace(entry, directory)
        : $"{Named(entry.Predecessor, directory.On(entry.Day.AddDays(-1)))} {Verb(entry)} {Named(entry.Successor, directory)}, từ " +
            $"{Vietnamese.Day(entry.Day)}.";

    private static string InPlace(Succession inPlace, UnitDirectory directory) => inPlace.Kind is SuccessionKind.Rename
        ? $"{inPlace.Was} ({inPlace.Predecessor}) đổi tên thành {directory.On(inPlace.Day).NameOf(inPlace.Successor)}, từ " +
            $"{Vietnamese.Day(inPlace.Day)}."
        : $"{Named(inPlace.Predecessor, directory.On(inPlace.Day))} chuyển từ trực thuộc {Superior(inPlace, directory)} sang trực " +
            $"thuộc {Named(directory.On(inPlace.Day).Find(inPlace.Predecessor)?.Superior ?? UnitCode.Sector, directory)}, từ " +
            $"{Vietnamese.Day(inPlace.Day)}.";

    private static string Superior(Succession inPlace, UnitDirectory directory) =>
        UnitCode.TryParse(inPlace.Was, out var was) ? Named(was, directory.On(inPlace.Day.AddDays(-1))) : inPlace.Was ?? "";

    private static string Named(UnitCode unit, UnitDirectory directory) => $"{directory.NameOf(unit)} ({unit})";

    private static string Verb(Succession? entry) => entry?.Kind switch
    {
        SuccessionKind.Merge => "hợp nhất vào",
        SuccessionKind.Split => "chia thành",
        SuccessionKind.Separate => "tách một phần sang",
        SuccessionKind.Rename => "đổi tên thành",
        _ => "kết thúc, không có đơn vị kế thừa; số liệu tính vào",
    };
}
