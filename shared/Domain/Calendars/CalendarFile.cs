using System.Globalization;

namespace VksServerless.Calendars;

/// <summary>Reads <c>holidays.csv</c>: date,name,kind,verified; no value has a comma in it.</summary>
internal static class CalendarFile
{
    /// <exception cref="FormatException">The shipped file is wrong: its author's mistake.</exception>
    public static IReadOnlyList<CalendarYear> Read(TextReader file)
    {
        if (file.ReadLine() != "date,name,kind,verified")
        {
            throw new FormatException("holidays.csv has another heading.");
        }

        var days = new List<SpecialDay>();
        while (file.ReadLine() is { } line)
        {
            days.Add(line.Split(',') is [var date, var name, ("off" or "working") and var kind, ("yes" or "no") and var verified]
                ? new SpecialDay(
                    DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), name, kind == "off"
                        ? DayKind.Off
                        : DayKind.Working, verified == "yes")
                : throw new FormatException($"holidays.csv: {line}"));
        }

        return [.. days.OrderBy(day => day.Date).GroupBy(day => day.Date.Year).Select(year => new CalendarYear(year.Key, [.. year]))];
    }
}
