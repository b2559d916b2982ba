namespace VksServerless.Server.Hosting;

/// <summary>Rings once at an instant of a clock.</summary>
internal sealed class Alarm : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private volatile bool _disposed;

    /// <param name="ring">May be called early, at the latest after a day: it looks at the clock itself.</param>
    public Alarm(TimeProvider clock, Action ring)
    {
        _clock = clock;
        _timer = clock.CreateTimer(_ => ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <param name="instant">Null: not at all.</param>
    public void SetTo(DateTimeOffset? instant)
    {
        if (!_disposed)
        {
            _timer.Change(instant is { } at ? WaitFor(at) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        _timer.Dispose();
    }

    private TimeSpan WaitFor(DateTimeOffset instant)
    {
        var wait = instant - _clock.GetUtcNow();
        wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait;

        // The system's timers drop fractions and would ring a moment early.
        return _clock == TimeProvider.System ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : wait;
    }
}
