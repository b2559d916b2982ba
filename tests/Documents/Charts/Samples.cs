using VksServerless.Documents.Charts;
using VksServerless.Documents.Units;
using VksServerless.Units;

namespace VksServerless.Documents.Tests.Charts;

internal static class Samples
{
    public const string Hostile = "<script>alert(\"x\")</script> & 'O\u202Egnol\u0007' ]]>";

    public static readonly IReadOnlyList<ChartPart> Parts =
        [new("Đúng hạn", Shade.Solid), new("Nộp muộn", Shade.Slanted), new("Chưa nộp", Shade.Crossed), new("Được miễn", Shade.Dotted)];

    public static BarsChart Bars(IEnumerable<BarRow> rows, bool asShares = true) =>
        new("nop", "Tình hình nộp báo cáo theo cấp", "Cấp", Parts, [.. rows], asShares);

    public static BarsChart Completeness => Bars(
    [
        new("Các đơn vị thuộc VKSND tối cao", [24, 1, 0, 0], "25/25 đã nộp"),
        new("VKSND cấp cao", [3, 0, 0, 0], "3/3 đã nộp"),
        new("VKSND cấp tỉnh", [58, 3, 2, 0], "61/63 đã nộp", "/nop?cap=tinh"),
        new("VKSND cấp huyện", [612, 41, 37, 12], "653/690 đã nộp"),
        new("Viện kiểm sát quân sự các quân khu, quân chủng và tương đương", [0, 0, 0, 3], "0/0"),
    ]);

    public static ShareChart Targets => new(
        "muc-tieu", "Mục tiêu của kế hoạch", "Trạng thái",
        [new("hoàn thành", 4), new("đang triển khai", 16), new("chưa triển khai", 0)]);

    public static RankingChart Ranking(int own = 33, int count = 63) => new(
        "xep-hang", "Xếp hạng theo số vụ thụ lý", "Đơn vị", "Vụ", [.. Enumerable.Range(1, count).Select(number => new RankedBar(
            $"VKSND tỉnh thứ {number}", 12_345.5m - 190 * number, number == own))]);

    public static TrendChart Trend(params decimal?[] values) => new(
        "dien-bien", "Số vụ án thụ lý qua các kỳ", "Kỳ", "Vụ",
        [.. values.Select((value, at) => new TrendPoint($"Quý {at % 4 + 1}/{2022 + at / 4}", value))]);

    public static TileMap Map(DateOnly day) => Map([.. ProvincesOn(day).Select((unit, at) => new Tile(
        unit.Code, unit.Name, at == 7 ? null : at * 3 % 64 / 63m, at == 7 ? "0/0" : $"{at * 3 % 64}/63",
        at % 2 == 0 ? $"/don-vi/{unit.Code}" : null))]);

    public static TileMap Map(IReadOnlyList<Tile> tiles) => new("ban-do", "Tỷ lệ nộp báo cáo theo tỉnh", "Tỷ lệ nộp", tiles);

    public static IReadOnlyList<Unit> ProvincesOn(DateOnly day) =>
        [.. Directory.On(day).Units.Where(unit => unit.Level == UnitLevel.Province && unit.LivesOn(day))];

    private static readonly UnitDirectory Directory = DirectoryChangeFile.Find("2025-07-01")!.ApplyTo(
        DirectoryFile.Shipped, "Quản trị", new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero)).Value;
}
