using VksServerless.Calendars;

namespace VksServerless.Tests.Calendars;

public class Putting_a_list_of_holidays
{
    private static readonly SpecialDay NewYear = new(new DateOnly(2028, 1, 1), "Tết Dương lịch");

    [Fact]
    public void Makes_a_year_known_and_the_others_no_other()
    {
        var next = WorkingCalendar.Shipped.With([CalendarCheck.Of(2028, [NewYear]).Value]);
        next.Move(new DateOnly(2027, 12, 31), 1).Value.ShouldBe(new DateOnly(2028, 1, 3));
        next.Find(2027).ShouldBe(WorkingCalendar.Shipped.Find(2027));
    }

    [Fact]
    public void Replaces_the_shipped_list_of_the_year() => WorkingCalendar.Shipped
        .With([CalendarCheck.Of(2027, [new SpecialDay(new DateOnly(2027, 1, 1), "Tết Dương lịch")]).Value])
        .IsWorked(new DateOnly(2027, 2, 8)).Value.ShouldBeTrue();

    [Fact]
    public void Is_put_in_order()
    {
        var earlier = NewYear with { Date = new DateOnly(2028, 5, 1) };
        CalendarCheck.Of(2028, [earlier, NewYear]).Value.Days.ShouldBe([NewYear, earlier]);
    }

    [Fact]
    public void Is_refused_with_every_fault_at_its_place()
    {
        var refused = CalendarCheck.Of(2028,
        [
            NewYear,
            NewYear,
            new SpecialDay(new DateOnly(2027, 12, 31), "Hoán đổi"),
            new SpecialDay(new DateOnly(2028, 5, 1), "\u202e"),
            new SpecialDay(new DateOnly(2028, 1, 4), "Làm bù", DayKind.Working),
        ]).Refusal.ShouldNotBeNull();
        refused.Errors.Select(error => $"{error.Place} {error.Rule}")
            .ShouldBe(["/days/1/date duplicate", "/days/2/date out-of-range", "/days/3/name text", "/days/4/kind weekday"]);
        CalendarCheck.Of(2028, []).Refusal!.Errors.ShouldHaveSingleItem().Place.ShouldBe("/days");
    }
}
