using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Server.Access;

namespace VksServerless.Demo;

/// <summary>One cycle of the demo.</summary>
/// <param name="Title">Says that the figures are made up.</param>
internal sealed record DemoCycle(Form Form, string Title, Period Period, Timetable Days)
{
    private const string MadeUp = "(số liệu và tình hình nộp là giả định)";
    private const string TenYears = "ung-dung-cntt-10-nam";
    private const string Months = "an-hinh-su-thang";
    private const string Year = "an-hinh-su-nam";
    private static readonly DateOnly Spring = new(2024, 5, 31);

    /// <summary>The cycle of the demo, counted from 0, whose period precedes this one's.</summary>
    public int? Previous { get; init; }

    /// <summary>The cycles whose figures make up this one's.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];

    /// <summary>The forms that can be played, by code.</summary>
    public static IReadOnlyList<string> FormCodes => [.. FormCatalogue.Shipped.Forms.Select(form => form.Code).Distinct()];

    /// <param name="code">A form, of which the newest version is played; null: the ten-year review as it was asked in 2018.</param>
    public static IReadOnlyList<DemoCycle> Of(string? code) => code switch
    {
        null => [Review(FormCatalogue.Shipped.Find(new FormRef(TenYears, 1))!)],
        TenYears => [Review(Newest(code))],
        Months => [Month(5, new(2024, 6, 3)), Month(6, new(2024, 7, 1)) with { Previous = 0 }],
        Year =>
        [
            Month(5, new(2024, 6, 3)),
            Month(6, new(2024, 7, 1)) with { Previous = 0 },
            new(
                Newest(code), $"{Newest(code).Title}, kỳ mẫu gộp hai tháng 5 và 6/2024 {MadeUp}",
                new(new(2024, 5, 1), new(2024, 6, 30)), Timetable.Month(new(2024, 7, 29)))
            {
                Parts = [0, 1],
            },
        ],
        "gop-y-du-thao" => [Once(code, new(new(2023, 5, 8), new(2023, 6, 30)), new(2023, 6, 2))],
        "ra-soat-phan-mem" => [Once(code, new(new(2023, 12, 1), new(2024, 5, 31)), Spring.AddDays(14))],
        _ => [Once(code, new(new(2023, 12, 1), new(2024, 5, 31)), Spring)],
    };

    /// <summary>Who hands in reports of this form for every unit; null: people do.</summary>
    public static string? SoftwareOf(Form form) => form.Code == Months ? SamplePeople.Software[0].Id : null;

    private static DemoCycle Review(Form form) => new(
        form, $"Tổng kết 10 năm ứng dụng công nghệ thông tin trong ngành Kiểm sát nhân dân {MadeUp}",
        new(new(2008, 3, 21), new(2018, 3, 21)), Timetable.Review(new(2018, 6, 1)));

    private static DemoCycle Once(string code, Period period, DateOnly friday) =>
        new(Newest(code), $"{Newest(code).Title} {MadeUp}", period, Timetable.Review(friday));

    private static DemoCycle Month(int month, DateOnly monday)
    {
        var first = new DateOnly(2024, month, 1);
        var title = $"{Newest(Months).Title}, tháng {month}/2024 {MadeUp}";
        return new(Newest(Months), title, new(first, first.AddMonths(1).AddDays(-1)), Timetable.Month(monday));
    }

    private static Form Newest(string code) => FormCatalogue.Shipped.Forms.Last(form => form.Code == code);
}
