namespace VksServerless.Calendars;

/// <summary>Holds a year's list against what such a list is, and gathers every fault at its place.</summary>
public static class CalendarCheck
{
    public const int FirstYear = 2000;
    public const int LastYear = 2100;
    private const int MostDays = 100;

    public static Outcome<CalendarYear> Of(int year, IReadOnlyList<SpecialDay> days)
    {
        var errors = new List<FieldError>();
        if (days.Count is 0 or > MostDays)
        {
            errors.Add(new FieldError("/days", "out-of-range", $"Nêu từ 1 đến {MostDays} ngày; năm nào cũng có ngày nghỉ lễ."));
        }

        var seen = new HashSet<DateOnly>();
        foreach (var (index, day) in days.Take(MostDays).Index())
        {
            errors.AddRange(FaultsOf(day, year, seen).Select(fault => fault with { Place = $"/days/{index}{fault.Place}" }));
        }

        return errors.Count > 0 ? CalendarRefusals.Invalid(errors) : new CalendarYear(year, [.. days.OrderBy(day => day.Date)]);
    }

    private static IEnumerable<FieldError> FaultsOf(SpecialDay? day, int year, HashSet<DateOnly> seen)
    {
        if (day is null)
        {
            yield return new FieldError("", "required", "Mỗi ngày phải có ngày và tên.");
            yield break;
        }

        if (day.Date.Year != year)
        {
            yield return new FieldError("/date", "out-of-range", $"Ngày {Vietnamese.Day(day.Date)} không thuộc năm {year}.");
        }

        if (!seen.Add(day.Date))
        {
            yield return new FieldError("/date", "duplicate", $"Ngày {Vietnamese.Day(day.Date)} đã có trong danh sách.");
        }

        if (string.IsNullOrWhiteSpace(day.Name) || !PlainText.IsOneLine(day.Name, 200))
        {
            yield return new FieldError("/name", "text", "Nhập tên từ 1 đến 200 ký tự, không xuống dòng.");
        }

        if (day.Kind == DayKind.Working && !WorkingCalendar.IsWeekend(day.Date))
        {
            yield return new FieldError(
                "/kind", "weekday", $"{Vietnamese.Day(day.Date)} vốn là ngày làm việc; chỉ thứ bảy, chủ nhật mới là ngày làm bù.");
        }
    }
}
