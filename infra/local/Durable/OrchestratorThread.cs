namespace VksServerless.Local.Durable;

/// <summary>
/// Runs an orchestrator's continuations one after the other on the thread that replays it. What another thread posts is
/// dropped: the orchestrator waited for something that is not in its history, and replays from there the next time.
/// </summary>
internal sealed class OrchestratorThread : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Continue, object? State)> _ready = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private bool _over;

    public bool IsCurrent => !_over && Environment.CurrentManagedThreadId == _thread;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            _ready.Enqueue((d, state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs the step and everything that follows from it.</summary>
    public void Run(Action step)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            step();
            while (_ready.TryDequeue(out var next))
            {
                next.Continue(next.State);
            }
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public void Close() => _over = true;
}
