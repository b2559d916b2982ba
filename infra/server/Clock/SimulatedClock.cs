namespace VksServerless.Server.Clock;

/// <summary>A clock that stands still until it is told to move. Its timers ring in their order while it moves.</summary>
public sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly SortedSet<SimulatedTimer> _armed = new(Comparer<SimulatedTimer>.Create(
        (one, other) => (one.DueAt, one.Number).CompareTo((other.DueAt, other.Number))));
    private DateTimeOffset _now = start;
    private long _timers;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves on; every timer that becomes due on the way rings at its time.</summary>
    public void Advance(DateTimeOffset to)
    {
        while (TakeDue(to) is { } due)
        {
            due.Ring();
        }
    }

    public void Advance(TimeSpan by) => Advance(GetUtcNow() + by);

    /// <summary>As when somebody sets the machine's clock, forward or backward: nothing rings by itself.</summary>
    public void Set(DateTimeOffset now)
    {
        lock (_lock)
        {
            _now = now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, Interlocked.Increment(ref _timers), callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private SimulatedTimer? TakeDue(DateTimeOffset to)
    {
        lock (_lock)
        {
            if (_armed.Min is { } first && first.DueAt <= to)
            {
                _armed.Remove(first);
                _now = first.DueAt > _now ? first.DueAt : _now;
                if (first.Period > TimeSpan.Zero)
                {
                    Arm(first, first.Period);
                }

                return first;
            }

            _now = to > _now ? to : _now;
            return null;
        }
    }

    private void Arm(SimulatedTimer timer, TimeSpan wait)
    {
        timer.DueAt = _now + wait;
        _armed.Add(timer);
    }

    private sealed class SimulatedTimer(SimulatedClock clock, long number, TimerCallback callback, object? state) : ITimer
    {
        public long Number => number;

        public DateTimeOffset DueAt { get; set; }

        public TimeSpan Period { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._armed.Remove(this);
                Period = period;
                if (dueTime >= TimeSpan.Zero)
                {
                    clock.Arm(this, dueTime);
                }
            }

            // Due at once means now, as with the system's clock, not when this clock happens to move next.
            if (dueTime == TimeSpan.Zero)
            {
                ThreadPool.QueueUserWorkItem(_ => clock.Advance(TimeSpan.Zero));
            }

            return true;
        }

        public void Ring() => callback(state);

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._armed.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
