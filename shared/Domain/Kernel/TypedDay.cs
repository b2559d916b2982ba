using System.Globalization;

namespace VksServerless.Kernel;

/// <summary>Reads a day as people type it: day, month, year, with a slash, point or dash between; never month first.</summary>
public static class TypedDay
{
    private static readonly string[] Forms =
        ["d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "d M yyyy", "yyyy-M-d", "'ngày' d 'tháng' M 'năm' yyyy"];

    public static bool TryRead(string typed, out DateOnly day) => DateOnly.TryParseExact(
        typed.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out day);
}
