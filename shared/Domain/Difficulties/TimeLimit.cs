namespace VksServerless.Difficulties;

/// <summary>Thời hạn hướng dẫn: until when a difficulty is to be answered, unless the centre says otherwise.</summary>
public static class TimeLimit
{
    /// <summary>Calendar days, since no document counts them in working days.</summary>
    public const int Days = 15;

    /// <summary>What is answered and not reopened for so long closes by itself.</summary>
    public static TimeSpan AfterAnswer { get; } = TimeSpan.FromDays(30);

    private static readonly TimeOnly EndOfWork = new(17, 0);

    public static DateTimeOffset From(DateTimeOffset now) => VietnamTime.At(VietnamTime.DayOf(now).AddDays(Days), EndOfWork);

    /// <summary>A time limit that somebody names lies ahead, and in the lifetime of who reads it.</summary>
    public static bool IsPossible(DateTimeOffset due, DateTimeOffset now) => due > now && due.Year <= 2100;
}
