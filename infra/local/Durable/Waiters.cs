namespace VksServerless.Local.Durable;

/// <summary>Those who wait until an orchestration has come to a certain state.</summary>
internal sealed class Waiters
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, TaskCompletionSource> _changes = new(StringComparer.Ordinal);

    /// <summary>Completes at the next change. Ask for it before the state is read.</summary>
    public Task Change(string instance)
    {
        lock (_lock)
        {
            if (!_changes.TryGetValue(instance, out var change))
            {
                _changes.Add(instance, change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            return change.Task;
        }
    }

    public void Changed(string instance)
    {
        TaskCompletionSource? change;
        lock (_lock)
        {
            _changes.Remove(instance, out change);
        }

        change?.TrySetResult();
    }
}
