using System.Globalization;
using VksServerless.Calendars;

namespace VksServerless.Web.Portal.Totals;

/// <summary>A period as briefly as it can be said: a month, a year, else its last day.</summary>
internal static class PeriodName
{
    public static string Of(Period period) => period switch
    {
        _ when IsMonth(period) => period.LastDay.ToString("MM'/'yyyy", CultureInfo.InvariantCulture),
        _ when IsYear(period) => period.LastDay.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => Vietnamese.Day(period.LastDay),
    };

    private static bool IsMonth(Period period) =>
        period.FirstDay.Day == 1 && period.FirstDay.AddMonths(1).AddDays(-1) == period.LastDay;

    private static bool IsYear(Period period) => period.FirstDay.AddYears(1).AddDays(-1) == period.LastDay && period.FirstDay.DayOfYear == 1;
}
