using System.Globalization;

namespace VksServerless.Kernel;

/// <summary>Reads an hour as people type it: 16:00, 16h00, 16h, 16.</summary>
public static class TypedHour
{
    private static readonly string[] Forms = ["H':'mm", "H'h'mm", "H'h'", "H'.'mm", "%H", "H' giờ'", "H' giờ 'mm"];

    public static bool TryRead(string typed, out TimeOnly hour) => TimeOnly.TryParseExact(
        typed.Trim().ToLowerInvariant(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out hour);
}
