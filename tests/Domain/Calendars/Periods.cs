using VksServerless.Calendars;

namespace VksServerless.Tests.Calendars;

/// <summary>Days and rules for the laws of the calendar.</summary>
internal static class Periods
{
    public static readonly Recurrence[] Regular = [.. Enum.GetValues<Recurrence>().Except([Recurrence.Given])];

    public static PeriodRule Rule(byte pick) => new(Regular[pick % Regular.Length]);

    /// <summary>A day of 1980 to 2160.</summary>
    public static DateOnly Day(ushort pick) => new DateOnly(1980, 1, 1).AddDays(pick);

    public static Period Of(string first, string last) =>
        new(DateOnly.Parse(first, Vietnamese.Culture), DateOnly.Parse(last, Vietnamese.Culture));
}
