namespace VksServerless.Server.Hosting;

/// <summary>Waits for the earliest of all that is due at an instant, with one timer of the clock.</summary>
internal sealed class TimerQueue<T> : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<T, DateTime> _waiting = new();
    private readonly TimeProvider _clock;
    private readonly Workload _workload;
    private readonly Func<T, DateTime> _dueAt;
    private readonly Func<IReadOnlyList<T>, Task> _fire;
    private readonly Alarm _alarm;
    private bool _disposed;

    /// <param name="fire">Is given what has become due; counted as work until it is done.</param>
    public TimerQueue(TimeProvider clock, Workload workload, Func<T, DateTime> dueAt, Func<IReadOnlyList<T>, Task> fire)
    {
        (_clock, _workload, _dueAt, _fire) = (clock, workload, dueAt, fire);
        _alarm = new Alarm(clock, Check);
    }

    /// <summary>When the earliest is due.</summary>
    public DateTime? Next
    {
        get
        {
            lock (_lock)
            {
                return _waiting.TryPeek(out _, out var due) ? due : null;
            }
        }
    }

    public void Add(IEnumerable<T> timers)
    {
        lock (_lock)
        {
            foreach (var timer in timers)
            {
                _waiting.Enqueue(timer, _dueAt(timer));
            }
        }

        Check();
    }

    /// <summary>Fires what is due and waits for the next. Also called when the machine's clock may have been set.</summary>
    public void Check()
    {
        var due = new List<T>();
        lock (_lock)
        {
            if (_disposed)
            {
                return;
            }

            var now = _clock.GetUtcNow().UtcDateTime;
            while (_waiting.TryPeek(out var timer, out var at) && at <= now)
            {
                due.Add(timer);
                _waiting.Dequeue();
            }

            if (due.Count > 0)
            {
                _workload.Began(Work.DueTimer);
            }

            if (_waiting.TryPeek(out _, out var next))
            {
                _alarm.SetTo(next);
            }
        }

        if (due.Count > 0)
        {
            _ = Fire(due);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
        }

        _alarm.Dispose();
    }

    private async Task Fire(List<T> due)
    {
        try
        {
            await _fire(due);
        }
        finally
        {
            _workload.Ended(Work.DueTimer);
        }
    }
}
