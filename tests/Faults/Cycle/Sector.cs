using System.Globalization;
using VksServerless.Application.Units;
using VksServerless.Units;

namespace VksServerless.Faults.Cycle;

/// <summary>A made-up sector: provinces with districts, and departments.</summary>
internal static class Sector
{
    private static readonly DateOnly Born = new(2015, 6, 1);

    public static UnitDirectory Of(int provinces, int districts, int departments) => UnitDirectory.Of(
    [
        Unit("VKSTC", UnitLevel.Sector, null),
        .. Enumerable.Range(1, departments).Select(number => Unit($"V{number:00}", UnitLevel.Department, "VKSTC")),
        .. Enumerable.Range(1, provinces).SelectMany(number => Province($"T{number:00}", districts)),
    ]);

    private static IEnumerable<Unit> Province(string code, int districts) =>
    [
        Unit(code, UnitLevel.Province, "VKSTC"),
        .. Enumerable.Range(1, districts).Select(number => Unit($"{code}-{number:000}", UnitLevel.District, code)),
    ];

    private static Unit Unit(string code, UnitLevel level, string? superior) => new(
        UnitCode.Of(code), $"Viện kiểm sát mẫu {code}", level, superior is null ? null : UnitCode.Of(superior), "Viện trưởng",
        [$"{code.ToLower(CultureInfo.InvariantCulture)}@vks.example"], Born, null);
}
