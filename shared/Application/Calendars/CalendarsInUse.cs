using VksServerless.Calendars;

namespace VksServerless.Application.Calendars;

public static class CalendarsInUse
{
    /// <summary>The calendar as it now counts: the shipped lists, and those that people have put in their place.</summary>
    public static async Task<WorkingCalendar> InUse(this ICalendars calendars, CancellationToken cancellation) =>
        WorkingCalendar.Shipped.With((await calendars.All(cancellation)).Select(put => put.Value));
}
