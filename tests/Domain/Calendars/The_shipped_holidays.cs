using System.Globalization;
using VksServerless.Calendars;

namespace VksServerless.Tests.Calendars;

public class The_shipped_holidays
{
    private static readonly ChineseLunisolarCalendar Moon = new();

    public static TheoryData<int> Years => [.. WorkingCalendar.Shipped.Years.Select(year => year.Year)];

    [Fact]
    public void Are_those_of_the_documents_and_of_the_years_in_work() =>
        WorkingCalendar.Shipped.Years.Select(year => year.Year).ShouldBe([2018, 2023, 2024, 2025, 2026, 2027]);

    [Theory]
    [MemberData(nameof(Years))]
    public void Are_what_a_person_might_have_put(int year)
    {
        var list = WorkingCalendar.Shipped.Find(year)!;
        CalendarCheck.Of(year, list.Days).Value.Days.ShouldBe(list.Days);
    }

    /// <summary>Hà Nội's calendar agrees with Beijing's in these years; it does not in 2030.</summary>
    [Theory]
    [MemberData(nameof(Years))]
    public void Follow_the_moon_at_Tet_and_on_the_day_of_the_Hung_kings(int year)
    {
        var tet = Lunar(year, 1, 1);
        foreach (var day in Enumerable.Range(-1, 4).Select(tet.AddDays))
        {
            Off(day);
        }

        NameOf(tet).ShouldBe("Tết Nguyên đán");
        NameOf(Lunar(year, 3, 10)).ShouldBe("Giỗ Tổ Hùng Vương");
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Have_the_days_that_the_labour_code_names(int year)
    {
        foreach (
            var day in new[] { new DateOnly(year, 1, 1), new DateOnly(year, 4, 30), new DateOnly(year, 5, 1), new DateOnly(year, 9, 2) })
        {
            Off(day);
        }
    }

    /// <summary>
    /// Article 112: eleven days a year (ten before 2021), each made up for when it falls on a weekend, and the day of culture since 2026.
    /// </summary>
    [Theory]
    [MemberData(nameof(Years))]
    public void Take_as_many_weekdays_as_the_labour_code_gives(int year)
    {
        var days = WorkingCalendar.Shipped.Find(year)!.Days;
        var swapped = days.Count(day => day.Name.StartsWith("Nghỉ hoán đổi", StringComparison.Ordinal));
        days.Count(day => day.Kind == DayKind.Off && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .ShouldBe(swapped + (year switch { < 2021 => 10, < 2026 => 11, _ => 12 }));
        days.Count(day => day.Kind == DayKind.Working).ShouldBe(year == 2018 ? 0 : swapped);
    }

    private static void Off(DateOnly day) => WorkingCalendar.Shipped.IsWorked(day).Value.ShouldBeFalse(Vietnamese.Day(day));

    private static string NameOf(DateOnly day) => WorkingCalendar.Shipped.Find(day.Year)!.Days.Single(special => special.Date == day).Name;

    /// <param name="month">As people count: a leap month has no number of its own.</param>
    private static DateOnly Lunar(int year, int month, int day) => DateOnly.FromDateTime(
        Moon.ToDateTime(year, Moon.GetLeapMonth(year) is > 0 and var leap && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
}
