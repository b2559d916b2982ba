using VksServerless.Calendars;

namespace VksServerless.Web.Portal.Publications;

internal static class PeriodText
{
    public static string Of(Period period) => $"{Vietnamese.Day(period.FirstDay)} – {Vietnamese.Day(period.LastDay)}";
}
