namespace VksServerless.Local.Host;

/// <summary>
/// Counts everything that is still to be done without the clock moving: requests, outbox rows, deliveries, activities,
/// runnable orchestrations. What follows from a piece of work is counted before that piece ends, so at nought all is done.
/// </summary>
public sealed class Workload
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _idle;
    private long _count;

    public long Count
    {
        get
        {
            lock (_lock)
            {
                return _count;
            }
        }
    }

    public void Began(int count = 1)
    {
        lock (_lock)
        {
            _count += count;
        }
    }

    public void Ended(int count = 1)
    {
        TaskCompletionSource? idle = null;
        lock (_lock)
        {
            _count -= count;
            if (_count == 0)
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
            return _count == 0
                ? Task.CompletedTask
                : (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
