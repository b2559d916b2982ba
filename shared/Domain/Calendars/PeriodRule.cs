namespace VksServerless.Calendars;

/// <summary>Quy tắc chia kỳ: which period a day belongs to, which comes next and which came before, and what each is called.</summary>
/// <param name="Given">The periods of <see cref="Recurrence.Given"/>, ascending and apart from each other; otherwise null.</param>
public sealed record PeriodRule(Recurrence Every, IReadOnlyList<Period>? Given = null)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>How many months a period is long, and a month and a day on which one begins; null for given periods.</summary>
    private (int Months, int Month, int Day)? Interval => Every switch
    {
        Recurrence.Month => (1, 1, 1),
        Recurrence.Quarter => (3, 1, 1),
        Recurrence.HalfYear => (6, 1, 1),
        Recurrence.Year => (12, 1, 1),
        Recurrence.ProcuracyHalfYear => (6, 12, 1),
        Recurrence.ProcuracyYear => (12, 12, 1),
        Recurrence.MidMonth => (1, 12, 15),
        Recurrence.MidQuarter => (3, 12, 15),
        Recurrence.MidHalfYear => (6, 12, 15),
        Recurrence.MidYear => (12, 12, 15),
        _ => null,
    };

    /// <summary>Null when no given period contains the day, or the day lies outside of 1900 to 2200.</summary>
    public Period? Containing(DateOnly day)
    {
        if (Interval is not var (months, month, first))
        {
            return Given?.FirstOrDefault(period => period.FirstDay <= day && day <= period.LastDay);
        }

        if (day.Year is < FirstYear or > LastYear)
        {
            return null;
        }

        // Counted in months from a beginning long before every day that is asked for.
        var since = ((day.Year - FirstYear + 1) * 12) + day.Month - month - (day.Day < first ? 1 : 0);
        var beginning = new DateOnly(FirstYear - 1, month, first).AddMonths(since / months * months);
        return new Period(beginning, beginning.AddMonths(months).AddDays(-1));
    }

    /// <summary>Null after the last given period.</summary>
    public Period? After(Period period) => Interval is null
        ? Given?.FirstOrDefault(later => later.FirstDay > period.LastDay)
        : Containing(period.LastDay.AddDays(1));

    /// <summary>Null before the first given period.</summary>
    public Period? Before(Period period) => Interval is null
        ? Given?.LastOrDefault(earlier => earlier.LastDay < period.FirstDay)
        : Containing(period.FirstDay.AddDays(-1));

    /// <summary>Every period that lies wholly within another, ascending.</summary>
    public IEnumerable<Period> Within(Period whole)
    {
        var at = Interval is null ? Given?.FirstOrDefault(period => period.FirstDay >= whole.FirstDay) : Containing(whole.FirstDay);
        for (; at is not null && at.LastDay <= whole.LastDay; at = After(at))
        {
            if (at.FirstDay >= whole.FirstDay)
            {
                yield return at;
            }
        }
    }

    /// <summary>
    /// As it stands in a title: "tháng 03/2026", "06 tháng đầu năm 2026 (01/12/2025 – 31/05/2026)". A period is of the month and
    /// year in which it ends.
    /// </summary>
    public string NameOf(Period period)
    {
        var (year, month) = (period.LastDay.Year, period.LastDay.Month);
        var days = $"({Vietnamese.Day(period.FirstDay)} – {Vietnamese.Day(period.LastDay)})";
        return Every switch
        {
            Recurrence.Month => $"tháng {month:00}/{year}",
            Recurrence.MidMonth => $"tháng {month:00}/{year} {days}",
            Recurrence.Quarter => $"quý {Roman(month)}/{year}",
            Recurrence.MidQuarter => $"quý {Roman(month)}/{year} {days}",
            Recurrence.HalfYear or Recurrence.ProcuracyHalfYear or Recurrence.MidHalfYear =>
                $"06 tháng {(month <= 6 ? "đầu" : "cuối")} năm {year} {days}",
            Recurrence.Year => $"năm {year}",
            Recurrence.ProcuracyYear or Recurrence.MidYear => $"năm {year} {days}",
            _ => $"từ {Vietnamese.Day(period.FirstDay)} đến {Vietnamese.Day(period.LastDay)}",
        };
    }

    private static string Roman(int month) => month switch { <= 3 => "I", <= 6 => "II", <= 9 => "III", _ => "IV" };
}
