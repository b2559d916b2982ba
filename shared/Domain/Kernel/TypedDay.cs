using System.Globalization;

namespace VksServerless.Kernel;

/// <summary>
/// Reads a day as people type it: day, month, year, with a slash, point or dash between; never month first. Eight digits alone are read
/// too: the keys that an iPhone shows for numbers have nothing to write between them.
/// </summary>
public static class TypedDay
{
    private static readonly string[] Forms =
        ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d M yyyy", "yyyy-M-d", "'ngày' d 'tháng' M 'năm' yyyy"];

    /// <summary>Digits alone that begin with the year, as 20260720 does, could be of another century and are not read.</summary>
    private const int FirstYearOfDigits = 1900;

    public static bool TryRead(string typed, out DateOnly day) =>
        DateOnly.TryParseExact(typed.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out day)
        || (DateOnly.TryParseExact(typed.Trim(), "ddMMyyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            && day.Year >= FirstYearOfDigits);
}
