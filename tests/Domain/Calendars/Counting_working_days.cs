using VksServerless.Calendars;

namespace VksServerless.Tests.Calendars;

public class Counting_working_days
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-23")] // Tết Bính Ngọ: 14/2 to 22/2 off
    [InlineData("2026-01-01", 1, "2026-01-05")] // 2/1 swapped...
    [InlineData("2026-01-09", 1, "2026-01-10")] // ...for Saturday 10/1
    [InlineData("2026-04-24", 2, "2026-04-29")] // Giỗ Tổ on a Sunday, Monday off in its place
    [InlineData("2024-02-07", 1, "2024-02-15")] // Tết Giáp Thìn
    [InlineData("2024-04-26", 1, "2024-05-02")]
    [InlineData("2024-05-03", 1, "2024-05-04")]
    [InlineData("2023-04-28", 1, "2023-05-04")]
    [InlineData("2018-08-31", 1, "2018-09-04")]
    [InlineData("2025-08-29", 1, "2025-09-03")]
    [InlineData("2025-11-30", 5, "2025-12-05")]
    [InlineData("2026-02-23", -1, "2026-02-13")]
    [InlineData("2026-05-31", -3, "2026-05-27")]
    [InlineData("2026-05-31", 0, "2026-05-31")]
    public void Passes_over_weekends_and_holidays(string from, int days, string to) =>
        Calendar.Move(Day(from), days).Value.ShouldBe(Day(to));

    [Theory]
    [InlineData("2027-12-31", 1, "2028")]
    [InlineData("2023-01-03", -1, "2022")]
    [InlineData("2018-12-28", 1, "2019")]
    public void Into_a_year_that_nobody_knows_is_refused(string from, int days, string year)
    {
        var refusal = Calendar.Move(Day(from), days).Refusal.ShouldNotBeNull();
        refusal.Type.ShouldBe("calendar-missing");
        refusal.Detail.ShouldContain(year);
    }

    [Fact]
    public void Never_ends_on_a_day_off() => Law.Holds<ushort, byte>((from, days) =>
        Calendar.IsWorked(Calendar.Move(Pick(from), 1 + (days % 60)).Value).Value.ShouldBeTrue());

    [Fact]
    public void Adds_up() => Law.Holds<ushort, ushort>((from, days) =>
    {
        var (first, second) = (days % 40, (days >> 8) % 40);
        Calendar.Move(Calendar.Move(Pick(from), first).Value, second).Value.ShouldBe(Calendar.Move(Pick(from), first + second).Value);
    });

    [Fact]
    public void Later_days_never_come_sooner() => Law.Holds<ushort, ushort>((from, days) =>
    {
        var (start, count) = (Pick(from), days % 60);
        (Calendar.Move(start, count + 1).Value > Calendar.Move(start, count).Value).ShouldBeTrue();
        (Calendar.Move(start.AddDays(1), count).Value >= Calendar.Move(start, count).Value).ShouldBeTrue();
    });

    [Fact]
    public void Counts_what_it_has_passed() => Law.Holds<ushort, byte>((from, days) =>
        Calendar.Between(Pick(from), Calendar.Move(Pick(from), days % 60).Value).Value.ShouldBe(days % 60));

    [Fact]
    public void There_and_back_ends_on_a_worked_start() => Law.Holds<ushort, byte>((from, days) =>
    {
        var start = Calendar.Move(Pick(from), 1).Value;
        Calendar.Move(Calendar.Move(start, days % 60).Value, -(days % 60)).Value.ShouldBe(start);
    });

    private static DateOnly Day(string text) => DateOnly.Parse(text, Vietnamese.Culture);

    /// <summary>A day of 2023 to summer 2027, from which sixty working days lead no further than what is known.</summary>
    private static DateOnly Pick(ushort pick) => new DateOnly(2023, 1, 1).AddDays(pick % 1650);
}
