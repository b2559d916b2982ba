namespace VksServerless.Demo;

/// <summary>
/// The days of one cycle. Each begins on the same day of the week as the one that it is modelled on, so that no step falls on a
/// weekend.
/// </summary>
/// <param name="Start">The cycle opens, at 8.</param>
/// <param name="Earliest">Nobody hands in before the working day after it.</param>
/// <param name="EarlyDistrict">Within how many working days early districts hand in.</param>
/// <param name="EarlySupreme">Within how many working days early central units hand in.</param>
internal sealed record Timetable(
    DateTimeOffset Start, DateTimeOffset Earliest, int EarlyDistrict, int EarlySupreme, DateTimeOffset Exemption, DateTimeOffset Extension,
    DateTimeOffset District, DateTimeOffset ExtendedTo, DateTimeOffset Province, DateTimeOffset Supreme, DateTimeOffset Closing,
    DateTimeOffset FirstApproval, DateTimeOffset SecondApproval)
{
    /// <summary>The days of the plan of 2018: opened on Friday 1/6, units by 20/7, the sector report in August.</summary>
    public static Timetable Review(DateOnly friday)
    {
        DateTimeOffset At(int day, int hour) => On(friday, day, hour);
        return new(At(0, 8), At(7, 8), 20, 28, At(14, 9), At(35, 10), At(39, 17), At(46, 17), At(47, 17), At(
            49, 17), At(60, 17), At(66, 9), At(67, 10));
    }

    /// <summary>A cycle that is over in four weeks, so that every month can have its own.</summary>
    public static Timetable Month(DateOnly monday)
    {
        DateTimeOffset At(int day, int hour) => On(monday, day, hour);
        return new(At(0, 8), At(0, 8), 5, 10, At(1, 9), At(7, 10), At(9, 17), At(15, 17), At(16, 17), At(
            17, 17), At(24, 17), At(25, 9), At(25, 15));
    }

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

    private static DateTimeOffset On(DateOnly first, int day, int hour) =>
        new(first.AddDays(day).ToDateTime(new TimeOnly(hour, 0)), VietnamTime.Offset);
}
