namespace VksServerless.Cycles;

/// <summary>Hạn tính theo ngày làm việc: so many working days after a point, up to and including an hour of that day in Vietnam.</summary>
/// <param name="WorkingDays">1 to 250.</param>
public sealed record DeadlineRule(DeadlineAnchor After, int WorkingDays, TimeOnly At)
{
    public const int MostWorkingDays = 250;
}

/// <summary>What working days are counted from: the day of it does not count.</summary>
public enum DeadlineAnchor
{
    /// <summary>Ngày cuối kỳ.</summary>
    PeriodEnd,

    /// <summary>The day on which the cycle opens by its terms.</summary>
    Opening,

    /// <summary>The districts' deadline.</summary>
    District,

    /// <summary>The provinces' deadline.</summary>
    Province,

    /// <summary>The deadline of those who answer to the sector itself.</summary>
    Supreme,
}

/// <summary>How the instants of a cycle were calculated; null for each that was given as an instant.</summary>
public sealed record DeadlineRules(DeadlineRule? District, DeadlineRule? Province, DeadlineRule? Supreme, DeadlineRule? ClosesAt)
{
    /// <summary>Working days by which all four were put off because the cycle could only be opened when some had passed.</summary>
    public int PutOffBy { get; init; }
}
