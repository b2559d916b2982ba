namespace VksServerless.Local.Demo;

/// <summary>The days of the plan of 2018: units by 20/7/2018, the sector report in August.</summary>
internal static class Timetable
{
    public static DateTimeOffset Start { get; } = At(6, 1, 8);

    public static DateTimeOffset District { get; } = At(7, 10, 17);

    public static DateTimeOffset Province { get; } = At(7, 18, 17);

    public static DateTimeOffset Supreme { get; } = At(7, 20, 17);

    public static DateTimeOffset Closing { get; } = At(7, 31, 17);

    public static DateTimeOffset Exemption { get; } = At(6, 15, 9);

    public static DateTimeOffset Extension { get; } = At(7, 6, 10);

    public static DateTimeOffset ExtendedTo { get; } = At(7, 17, 17);

    public static DateTimeOffset FirstApproval { get; } = At(8, 6, 9);

    public static DateTimeOffset SecondApproval { get; } = At(8, 7, 10);

    public static DateTimeOffset At(int month, int day, int hour, int minute = 0) => new(2018, month, day, hour, minute, 0, VietnamTime.Offset);

    /// <summary>So many working days later, at that hour. Weekends are passed over.</summary>
    public static DateTimeOffset Later(DateTimeOffset instant, int days, int hour)
    {
        var at = instant;
        while (days > 0)
        {
            at = at.AddDays(1);
            days -= at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return new DateTimeOffset(at.Date.AddHours(hour), VietnamTime.Offset);
    }
}
