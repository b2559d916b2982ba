using VksServerless.Units;

namespace VksServerless.Tests.Units;

/// <summary>A small directory and what happens to it.</summary>
internal static class ADirectory
{
    public static readonly DateOnly Day = new(2025, 7, 1);
    public static readonly DateTimeOffset Now = new(2025, 6, 20, 9, 0, 0, VietnamTime.Offset);

    /// <summary>Three provinces P1 to P3 and two districts under each, P1-A and so on.</summary>
    public static UnitDirectory Small { get; } = UnitDirectory.Of(
    [
        Unit("VKSTC", UnitLevel.Sector, null),
        .. new[] { "P1", "P2", "P3" }.SelectMany(province => new[]
        {
            Unit(province, UnitLevel.Province, "VKSTC"), Unit($"{province}-A", UnitLevel.District, province),
            Unit($"{province}-B", UnitLevel.District, province),
        }),
    ]);

    public static Unit Unit(string code, UnitLevel level, string? superior) => new(
        UnitCode.Of(code), $"Đơn vị {code}", level, superior is null
            ? null
            : UnitCode.Of(superior), "Viện trưởng", [$"{code.ToLowerInvariant()}@vks.example"], new DateOnly(2015, 6, 1), null);

    public static DirectoryChangeFile.Line Line(
        string code, string superior = "VKSTC", string level = "province", string from = "2025-07-01", string to = "") =>
        new(code, $"Đơn vị {code}", level, superior, "Viện trưởng", "", from, to);

    public static DirectoryChangeFile.Entry Entry(string predecessor, string successor, string kind, string day = "2025-07-01") =>
        new(predecessor, successor, kind, day, "NQ 1");

    public static Outcome<UnitDirectory> With(
        this UnitDirectory directory, DirectoryChangeFile.Line[] lines, params DirectoryChangeFile.Entry[] entries) =>
        new DirectoryChangeFile(lines, entries, "Sắp xếp lại").ApplyTo(directory, "Quản trị", Now);

    public static IEnumerable<string> Faults(Outcome<UnitDirectory> outcome) =>
        outcome.Refusal.ShouldNotBeNull().Errors.Select(error => $"{error.Place} {error.Rule}");

    public static UnitCode Code(string code) => UnitCode.Of(code);
}
