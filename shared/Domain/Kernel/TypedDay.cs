using System.Globalization;

namespace VksServerless.Kernel;

/// <summary>
/// Reads a day as people type it: day, month, year, with a slash, point or dash between; never month first. Eight digits alone are read
/// too: the keys that an iPhone shows for numbers have nothing to write between them.
/// </summary>
public static class TypedDay
{
    /// <summary>An earlier one is a slip, or the year comes first: 20101112 is not a day of the year 1112.</summary>
    private const int FirstYear = 1900;

    private static readonly string[] Forms =
        ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d M yyyy", "ddMMyyyy", "yyyy-M-d", "'ngày' d 'tháng' M 'năm' yyyy"];

    public static bool TryRead(string typed, out DateOnly day) =>
        DateOnly.TryParseExact(typed.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out day)
            && day.Year >= FirstYear;
}
