using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace VksServerless.Azure;

/// <summary>
/// The time on one's own machine: that of a file that tests and the demo write (an instant as ISO 8601, replaced as a whole), at which it
/// stands still; the real time as long as there is none. Timers keep real time.
/// </summary>
internal sealed class EmulatedClock(string file) : TimeProvider
{
    public const string FileKey = "Emulator:Clock";

    /// <summary>The real time where the setting is missing.</summary>
    public static TimeProvider From(IConfiguration settings) => settings[FileKey] is { Length: > 0 } file ? new EmulatedClock(file) : System;

    public override DateTimeOffset GetUtcNow()
    {
        try
        {
            return DateTimeOffset.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture).ToUniversalTime();
        }
        catch (FileNotFoundException)
        {
            return System.GetUtcNow();
        }
    }
}
