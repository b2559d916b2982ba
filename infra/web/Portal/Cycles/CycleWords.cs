using VksServerless.Cycles;
using VksServerless.Documents;
using VksServerless.Units;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>What stands on the pages of cycles: tiers, phases, instants with their weekday.</summary>
internal static class CycleWords
{
    private static readonly string[] Days = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    /// <summary>By the name on the wire.</summary>
    public static IReadOnlyList<(string Phase, string Name)> Phases { get; } =
    [
        ("draft", "Dự thảo"), ("starting", "Chờ mở"), ("open", "Đang thu báo cáo"), ("closed", "Đã khóa, đang tổng hợp"),
        ("awaiting-approval", "Chờ duyệt"), ("published", "Đã công bố"), ("cancelled", "Đã hủy"),
    ];

    /// <summary>What may be asked of the list of reports.</summary>
    public static IReadOnlyList<(string State, string Name)> States { get; } =
    [
        ("owing", "Còn nợ báo cáo"), ("overdue", "Quá hạn"), ("all", "Tất cả"),
        .. new[] { "owed", "submitted", "returned", "withdrawn", "accepted", "exempt" }.Select(state => (state, Labels.OfState(state))),
    ];

    public static string Of(Tier tier) => tier switch
    {
        Tier.District => "Cấp huyện, khu vực",
        Tier.Province => "Cấp tỉnh",
        _ => "Trung ương",
    };

    public static string LevelOf(UnitLevel level) => Labels.OfLevel(level, "cấp huyện, khu vực");

    /// <summary>As a long list has it.</summary>
    public static string Short(string name) => name.Replace("Viện kiểm sát nhân dân", "VKSND", StringComparison.Ordinal);

    /// <summary>thứ Sáu, 13/07/2018 16:00.</summary>
    public static string Due(DateTimeOffset instant) =>
        $"{Days[(int)VietnamTime.DayOf(instant).DayOfWeek]}, {Written.Instant(instant)}";

    public static string PeriodOf(CycleTerms terms) =>
        $"{Vietnamese.Day(terms.Period.FirstDay)} – {Vietnamese.Day(terms.Period.LastDay)}";

    /// <summary>On which days units are reminded, in words.</summary>
    public static string Reminders(ReminderStages stages) => stages.Days.Count == 0 ? "Không tự đôn đốc" : string.Join(
        ", ", stages.Days.Select(day => day switch { < 0 => $"trước {-day} ngày", 0 => "trong ngày hạn", _ => $"sau {day} ngày" }))
        + $", lúc {stages.At:HH\\:mm}";

    public static string Participants(Participants chosen) => chosen switch
    {
        { Levels.Count: 0, Units.Count: 0 } => "Toàn Ngành",
        { Levels.Count: 0 } => "Các đơn vị nêu tên",
        { Units.Count: 0 } => string.Join("; ", chosen.Levels.Select(LevelOf)),
        _ => string.Join("; ", chosen.Levels.Select(LevelOf)) + "; các đơn vị nêu tên",
    } + (chosen.Except.Count > 0 ? $" (trừ {chosen.Except.Count} đơn vị)" : "");
}
