using System.Globalization;
using VksServerless.Server.Clock;

namespace VksServerless.Faults.Process;

/// <summary>
/// A simulated clock that another process moves, by writing the instant into a file: so that a process can be killed and
/// the next goes on at the same time. It only ever moves forward.
/// </summary>
internal sealed class FileClock : TimeProvider, IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
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

    /// <summary>Sets the clock of every process that watches the file; replaced at once, so that nobody reads half of it.</summary>
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
