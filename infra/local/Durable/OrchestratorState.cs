using Microsoft.DurableTask;

namespace VksServerless.Local.Durable;

/// <summary>The decisions and open waits of an orchestrator at one point of its history.</summary>
internal sealed class OrchestratorState
{
    private readonly SortedDictionary<int, Decision> _decided = [];
    private readonly Dictionary<int, (OpenTask Task, string Name)> _open = [];
    private readonly List<int> _cancelledTimers = [];
    private int _next;

    public IReadOnlyCollection<Decision> NewDecisions => _decided.Values;

    public bool HasOpenTasks => _open.Count > 0;

    public IReadOnlyList<int> CancelledTimers => _cancelledTimers;

    public int Decide(Func<int, Decision> decide)
    {
        var decision = decide(_next++);
        _decided.Add(decision.Task, decision);
        return decision.Task;
    }

    public void Wait<T>(int task, OpenTask<T> open) => _open.Add(task, (open, open.Name));

    /// <returns>False when the timer has fired before.</returns>
    public bool CancelTimer(int task)
    {
        if (!_open.Remove(task))
        {
            return false;
        }

        _cancelledTimers.Add(task);
        return true;
    }

    /// <summary>History says that this was decided; the orchestrator must have decided it again by now.</summary>
    public void Confirm(int task, HistoryEvent recorded)
    {
        var decided = _decided.GetValueOrDefault(task);
        if (decided is null || decided.Recorded != recorded)
        {
            throw new NonDeterministicOrchestrationException(
                $"History says that step {task} was [{recorded}], but on replay the orchestrator came to " +
                $"[{decided?.Recorded.ToString() ?? "nothing"}]. Its code depends on something outside its history, or was changed under a running instance.");
        }

        _decided.Remove(task);
    }

    public void Answer(int task, string? result)
    {
        // Nobody waits when the timer was cancelled.
        if (_open.Remove(task, out var open))
        {
            open.Task.Answer(result);
        }
    }

    public void Fail(int task, TaskFailureDetails failure)
    {
        if (_open.Remove(task, out var open))
        {
            open.Task.Fail(new TaskFailedException(open.Name, task, failure));
        }
    }
}
