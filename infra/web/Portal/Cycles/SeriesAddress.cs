using VksServerless.Calendars;
using VksServerless.Cycles;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>Where series lie in the portal, and what is said of them there.</summary>
internal static class SeriesAddress
{
    public const string All = "/portal/series";

    public static string Of(SeriesCode series) => $"{All}/{series}";

    /// <summary>How one period follows another, in the order in which people think of them.</summary>
    public static IReadOnlyList<(Recurrence Every, string Name)> Recurrences { get; } =
    [
        (Recurrence.Month, "Tháng (từ ngày 01 đến cuối tháng)"), (Recurrence.MidMonth, "Tháng chốt ngày 14 (từ 15 tháng trước)"),
        (Recurrence.Quarter, "Quý"), (Recurrence.MidQuarter, "Quý chốt ngày 14"), (Recurrence.HalfYear, "06 tháng theo năm dương lịch"),
        (Recurrence.ProcuracyHalfYear, "06 tháng của Ngành (01/12 – 31/5, 01/6 – 30/11)"),
        (Recurrence.MidHalfYear, "06 tháng chốt ngày 14"),
        (Recurrence.Year, "Năm dương lịch"), (Recurrence.ProcuracyYear, "Năm của Ngành (01/12 – 30/11)"),
        (Recurrence.MidYear, "Năm chốt ngày 14/12"), (Recurrence.Given, "Các kỳ nêu tên dưới đây"),
    ];

    public static string NameOf(Recurrence every) => Recurrences.First(one => one.Every == every).Name;

    /// <summary>The title where no period is meant: … tháng, … năm.</summary>
    public static string TitleOf(CycleSeries series) => series.Terms.Title.Replace(SeriesTerms.PeriodName, "…", StringComparison.Ordinal);

    public static string Opening(OpeningRule rule) => rule switch
    {
        { WorkingDays: { } working } =>
            $"{Math.Abs(working)} ngày làm việc {(working < 0 ? "trước" : "sau")} ngày cuối kỳ, lúc {rule.At:HH\\:mm}",
        { Days: 0 or null } => $"Ngày cuối kỳ, lúc {rule.At:HH\\:mm}",
        { Days: { } days } => $"{Math.Abs(days)} ngày {(days < 0 ? "trước" : "sau")} ngày cuối kỳ, lúc {rule.At:HH\\:mm}",
    };

    public static string Deadline(DeadlineRule rule) => $"{rule.WorkingDays} ngày làm việc kể từ {rule.After switch
    {
        DeadlineAnchor.Opening => "ngày mở kỳ",
        DeadlineAnchor.District => "hạn cấp huyện, khu vực",
        DeadlineAnchor.Province => "hạn cấp tỉnh",
        DeadlineAnchor.Supreme => "hạn đơn vị trung ương",
        _ => "ngày cuối kỳ",
    }}, đến {rule.At:HH\\:mm}";
}
