namespace VksServerless.Calendars;

/// <summary>
/// Which days are worked: Monday to Friday but for the holidays of the year's list, and the weekend days that the list swaps
/// in. Only years with a list are known; the others are refused, never guessed, for Tết moves with the moon and swaps are decreed.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly SortedDictionary<int, CalendarYear> _years = [];
    private readonly Dictionary<DateOnly, DayKind> _days;

    /// <param name="years">The later list of a year counts.</param>
    public WorkingCalendar(IEnumerable<CalendarYear> years)
    {
        foreach (var year in years)
        {
            _years[year.Year] = year;
        }

        _days = _years.Values.SelectMany(year => year.Days).ToDictionary(day => day.Date, day => day.Kind);
    }

    /// <summary>What this version of the system knows: <c>holidays.csv</c>.</summary>
    public static WorkingCalendar Shipped { get; } = new(ReadShipped());

    /// <summary>Ascending.</summary>
    public IReadOnlyList<CalendarYear> Years => [.. _years.Values];

    public CalendarYear? Find(int year) => _years.GetValueOrDefault(year);

    /// <summary>The same, but for the years of which these are the lists.</summary>
    public WorkingCalendar With(IEnumerable<CalendarYear> years) => new(_years.Values.Concat(years));

    public Outcome<bool> IsWorked(DateOnly day) => _years.ContainsKey(day.Year)
        ? _days.TryGetValue(day, out var kind) ? kind == DayKind.Working : !IsWeekend(day)
        : CalendarRefusals.YearMissing(day.Year);

    /// <summary>The n-th working day after a day, or before it when n is negative; the day itself does not count.</summary>
    /// <param name="workingDays">0 leaves the day as it is, worked or not.</param>
    public Outcome<DateOnly> Move(DateOnly from, int workingDays)
    {
        var day = from;
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            if (day == (workingDays > 0 ? DateOnly.MaxValue : DateOnly.MinValue))
            {
                return CalendarRefusals.YearMissing(day.Year);
            }

            day = day.AddDays(Math.Sign(workingDays));
            var worked = IsWorked(day);
            if (worked.Refusal is { } unknown)
            {
                return unknown;
            }

            left -= worked.Value ? 1 : 0;
        }

        return day;
    }

    /// <summary>How many days after <paramref name="from"/>, up to and including <paramref name="to"/>, are worked.</summary>
    public Outcome<int> Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day < to;)
        {
            day = day.AddDays(1);
            var worked = IsWorked(day);
            if (worked.Refusal is { } unknown)
            {
                return unknown;
            }

            count += worked.Value ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// The holidays of a year that no moon and no decree moves (Bộ luật Lao động, Điều 112), to begin a list with. Tết, giỗ Tổ and the
    /// second day of Quốc khánh are announced.
    /// </summary>
    public static IReadOnlyList<SpecialDay> FixedHolidays(int year) =>
    [
        new(new DateOnly(year, 1, 1), "Tết Dương lịch", Verified: false),
        new(new DateOnly(year, 4, 30), "Ngày Chiến thắng", Verified: false),
        new(new DateOnly(year, 5, 1), "Ngày Quốc tế lao động", Verified: false),
        new(new DateOnly(year, 9, 2), "Quốc khánh", Verified: false),
    ];

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static IReadOnlyList<CalendarYear> ReadShipped()
    {
        using var file = typeof(WorkingCalendar).Assembly.GetManifestResourceStream("holidays.csv")
            ?? throw new InvalidOperationException("holidays.csv is not embedded.");
        using var reader = new StreamReader(file);
        return CalendarFile.Read(reader);
    }
}
