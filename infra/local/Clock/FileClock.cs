using System.Globalization;

namespace VksServerless.Local.Clock;

/// <summary>
/// A simulated clock that another process moves, by writing the instant into a file: for tests that kill the whole
/// process and go on where it was. It only ever moves forward.
/// </summary>
public sealed class FileClock : TimeProvider, IDisposable
{
    /// <summary>The environment's name for the file. For tests only.</summary>
    public const string Setting = "VKS_CLOCK";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private readonly string _path;
    private readonly SimulatedClock _clock;
    private readonly Timer _watch;

    public FileClock(string path)
    {
        _path = path;
        _clock = new SimulatedClock(Read());
        _watch = new Timer(_ => _clock.Advance(Read()), null, Look, Look);
    }

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => _clock.LocalTimeZone;

    /// <summary>The system's clock, unless the environment names a file.</summary>
    public static TimeProvider FromEnvironment() =>
        Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } path ? new FileClock(path) : System;

    /// <summary>Sets the clock of whoever watches the file; replaced at once, so that nobody reads half of it.</summary>
    public static void Write(string path, DateTimeOffset now)
    {
        File.WriteAllText(path + ".new", now.ToString("O", CultureInfo.InvariantCulture));
        File.Move(path + ".new", path, overwrite: true);
    }

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _clock.CreateTimer(callback, state, dueTime, period);

    public void Dispose() => _watch.Dispose();

    private DateTimeOffset Read() => DateTimeOffset.ParseExact(File.ReadAllText(_path), "O", CultureInfo.InvariantCulture);
}
