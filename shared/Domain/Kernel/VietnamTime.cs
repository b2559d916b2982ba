namespace VksServerless.Kernel;

/// <summary>Asia/Ho_Chi_Minh: seven hours ahead of UTC all year, without summer time since 1975.</summary>
public static class VietnamTime
{
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(7);

    /// <summary>The calendar day in Vietnam at that instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);
}
