using VksServerless.Calendars;

namespace VksServerless.Cycles;

/// <summary>What must hold of a series beyond what must hold of its next cycle.</summary>
public static class SeriesCheck
{
    /// <summary>A first period that ended longer ago than this is taken for a slip: every period since would be opened.</summary>
    private const int MostDaysBack = 366;
    private const int MostGiven = 200;

    public static IReadOnlyList<FieldError> Of(CycleSeries series, bool partsKnown, DateOnly today) =>
        [.. Faults(series, partsKnown, today)];

    /// <summary>Where a fault of the next cycle's terms stands in those of the series.</summary>
    public static FieldError InSeries(FieldError fault) => fault.Place switch
    {
        "/opensAt" => fault with { Place = "/opens" },
        "/period" => fault with { Place = "/periods" },
        _ => fault,
    };

    private static IEnumerable<FieldError> Faults(CycleSeries series, bool partsKnown, DateOnly today)
    {
        var terms = series.Terms;
        if (!terms.Title.Contains(SeriesTerms.PeriodName, StringComparison.Ordinal))
        {
            yield return new FieldError(
                "/title", "period-name", $"Tiêu đề phải có {SeriesTerms.PeriodName}, nơi ghi tên kỳ, để phân biệt các kỳ báo cáo.");
        }

        if (terms.Opens.Fault("/opens") is { } opening)
        {
            yield return opening;
        }

        if (!partsKnown)
        {
            yield return new FieldError("/parts", "unknown-series", $"Không có chuỗi kỳ báo cáo \"{terms.Parts}\" khác chuỗi này.");
        }

        if (!AreProper(terms.Periods))
        {
            yield return new FieldError(
                "/periods/given", "order",
                $"Với \"given\", nêu từ 1 đến {MostGiven} kỳ, tăng dần, không chồng lên nhau, ngày đầu không sau ngày cuối; với quy " +
                $"tắc khác, không nêu kỳ nào.");
        }
        else if (series.Next is null && series.Latest is null)
        {
            yield return new FieldError("/firstDay", "no-period", "Không có kỳ nào chứa ngày này.");
        }
        else if (series.Next is { } next && next.LastDay.AddDays(MostDaysBack) < today)
        {
            yield return new FieldError(
                "/firstDay", "out-of-range", $"Kỳ đầu tiên đã kết thúc ngày {Vietnamese.Day(next.LastDay)}, hơn một năm trước.");
        }
    }

    /// <summary>Whether the rule has the periods that it must have, in order; only then can it be asked for any.</summary>
    internal static bool AreProper(PeriodRule rule) => rule.Every != Recurrence.Given
        ? rule.Given is null
        : rule.Given is { Count: >= 1 and <= MostGiven } given
            && given.All(period => period is not null && period.FirstDay <= period.LastDay
                && period.FirstDay.Year >= CalendarCheck.FirstYear && period.LastDay.Year <= CalendarCheck.LastYear)
            && given.Zip(given.Skip(1)).All(pair => pair.First.LastDay < pair.Second.FirstDay);
}
