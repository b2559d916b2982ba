using System.Globalization;

namespace VksServerless.Kernel;

/// <summary>
/// A point in time says its offset, wherever it is given: "17:00" alone would be another hour on a machine in another zone.
/// </summary>
public static class Instant
{
    private static readonly string[] Taken =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <returns>False also for a day, and for a time without Z or ±hh:mm.</returns>
    public static bool TryParse(string? text, out DateTimeOffset instant)
    {
        instant = default;
        return SaysOffset(text)
            && DateTimeOffset.TryParseExact(text, Taken, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    /// <summary>Behind the hour of "2018-07-20T17" stands Z or a sign.</summary>
    internal static bool SaysOffset(string? text) =>
        text is { Length: > 13 } && (text[^1] == 'Z' || text.LastIndexOfAny(['+', '-']) is var sign && sign >= 13);
}
