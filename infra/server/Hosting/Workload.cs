namespace VksServerless.Server.Hosting;

/// <summary>What is still to be done without the clock moving.</summary>
public enum Work
{
    Request,
    Delivery,
    Cycle,
    DueTimer,
    Job,
}

/// <summary>
/// Counts everything that is still to be done without the clock moving. What follows from a piece of work is counted
/// before that piece ends, so at zero all is done.
/// </summary>
public sealed class Workload
{
    private readonly Lock _lock = new();
    private readonly long[] _counts = new long[Enum.GetValues<Work>().Length];
    private TaskCompletionSource? _idle;
    private long _total;

    public long Count
    {
        get
        {
            lock (_lock)
            {
                return _total;
            }
        }
    }

    public void Began(Work kind, int count = 1)
    {
        lock (_lock)
        {
            _counts[(int)kind] += count;
            _total += count;
        }
    }

    public void Ended(Work kind, int count = 1)
    {
        TaskCompletionSource? idle = null;
        lock (_lock)
        {
            _counts[(int)kind] -= count;
            _total -= count;
            if (_total == 0)
            {
                (idle, _idle) = (_idle, null);
            }
        }

        idle?.TrySetResult();
    }

    public Task WhenIdle()
    {
        lock (_lock)
        {
            return _total == 0
                ? Task.CompletedTask
                : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>What is left, e.g. "3 Delivery, 1 Cycle".</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            return string.Join(
                ", ", Enum.GetValues<Work>().Where(kind => _counts[(int)kind] != 0).Select(kind => $"{_counts[(int)kind]} {kind}"));
        }
    }
}
