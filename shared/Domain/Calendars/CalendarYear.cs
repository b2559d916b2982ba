namespace VksServerless.Calendars;

/// <summary>Danh sách ngày nghỉ lễ của một năm: every day that is not what its weekday says. A year without a list is not known.</summary>
/// <param name="Days">All of that year, each once, ascending.</param>
public sealed record CalendarYear(int Year, IReadOnlyList<SpecialDay> Days)
{
    /// <summary>Who has put this list in place of the shipped one; null: shipped.</summary>
    public string? PutBy { get; init; }

    public DateTimeOffset? PutAt { get; init; }
}

/// <summary>A public holiday, or a Saturday or Sunday on which people work in exchange for another day.</summary>
/// <param name="Name">In Vietnamese.</param>
/// <param name="Verified">Whether the day stands in an announcement that somebody has read; otherwise it is expected.</param>
public sealed record SpecialDay(DateOnly Date, string Name, DayKind Kind = DayKind.Off, bool Verified = true);

public enum DayKind
{
    /// <summary>Ngày nghỉ.</summary>
    Off,

    /// <summary>Ngày làm bù.</summary>
    Working,
}
