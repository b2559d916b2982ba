using VksServerless.Cycles;

namespace VksServerless.Server.Workflow;

/// <summary>Which cycles are awake and until when the others sleep.</summary>
internal sealed class SleepingCycles
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CycleId, Sleeper> _cycles = [];

    /// <summary>When the next one is to be woken.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            lock (_lock)
            {
                return _cycles.Values.Where(sleeper => !sleeper.IsAwake).Min(sleeper => sleeper.LookAgainAt);
            }
        }
    }

    /// <param name="by">The traceparent of what wakes it; null when the clock does.</param>
    /// <returns>False when it was awake: then it looks once more before it sleeps.</returns>
    public bool Wake(CycleId cycle, string? by)
    {
        lock (_lock)
        {
            if (!_cycles.TryGetValue(cycle, out var sleeper))
            {
                _cycles.Add(cycle, sleeper = new Sleeper());
            }

            // A step that is tried again still belongs to what it was woken by.
            sleeper.WokenBy = by ?? (sleeper.Failures > 0 ? sleeper.WokenBy : null);
            if (sleeper.IsAwake)
            {
                sleeper.IsWokenAgain = true;
                return false;
            }

            return sleeper.IsAwake = true;
        }
    }

    public string? WokenBy(CycleId cycle)
    {
        lock (_lock)
        {
            return _cycles.GetValueOrDefault(cycle)?.WokenBy;
        }
    }

    public IReadOnlyList<CycleId> Due(DateTimeOffset now)
    {
        lock (_lock)
        {
            return [.. _cycles.Where(entry => !entry.Value.IsAwake && entry.Value.LookAgainAt <= now).Select(entry => entry.Key)];
        }
    }

    /// <summary>Whether it is awake, sleeps until the right instant, or waits for the next try of a step that has failed.</summary>
    public bool IsLookedAfter(CycleId cycle, Agenda agenda)
    {
        lock (_lock)
        {
            return _cycles.TryGetValue(cycle, out var sleeper)
                && (sleeper.IsAwake || sleeper.Failures > 0 || (agenda.Step == Step.Wait && agenda.LookAgainAt == sleeper.LookAgainAt));
        }
    }

    /// <param name="next">Null: what was due has failed.</param>
    /// <param name="stopping">Then it sleeps, whatever is due.</param>
    /// <returns>False when it is to go on at once.</returns>
    public bool FallsAsleep(CycleId cycle, Agenda? next, DateTimeOffset now, bool stopping)
    {
        lock (_lock)
        {
            if (!_cycles.TryGetValue(cycle, out var sleeper))
            {
                return true;
            }

            sleeper.Failures = next is null ? sleeper.Failures + 1 : 0;
            if ((sleeper.IsWokenAgain || next is { Step: not (Step.Wait or Step.End) }) && !stopping)
            {
                sleeper.IsWokenAgain = false;
                return false;
            }

            sleeper.IsAwake = sleeper.IsWokenAgain = false;
            sleeper.LookAgainAt = next is null ? now + Sleeper.WaitAfter(sleeper.Failures) : next.LookAgainAt;
            if (next is { Step: Step.End })
            {
                _cycles.Remove(cycle);
            }

            return true;
        }
    }

    public bool Knows(CycleId cycle)
    {
        lock (_lock)
        {
            return _cycles.ContainsKey(cycle);
        }
    }

    public void Forget(CycleId cycle)
    {
        lock (_lock)
        {
            _cycles.Remove(cycle);
        }
    }
}
