using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace VksServerless.Local.Durable;

/// <summary>What an orchestrator sees of the engine. It turns calls into decisions, and answers into results.</summary>
internal sealed class LocalOrchestrationContext(
    Instance instance, OrchestratorThread thread, DataConverter converter, ILoggerFactory loggers, string defaultVersion)
    : TaskOrchestrationContext
{
    private readonly OrchestratorState _state = new();
    private readonly ExternalEvents _events = new(converter);
    private int _guids;
    private DateTime _now;
    private bool _replaying = true;

    public override TaskName Name => instance.Name;

    public override string InstanceId => instance.Id;

    public override ParentOrchestrationInstance? Parent =>
        instance.Parent is { } parent ? new ParentOrchestrationInstance(parent.Name, parent.Instance) : null;

    public override DateTime CurrentUtcDateTime => _now;

    public override bool IsReplaying => _replaying;

    public override string Version => instance.Version;

    /// <summary>What the orchestrator has decided that history does not know of, in the order of the decisions.</summary>
    public OrchestratorState State => _state;

    public ExternalEvents Events => _events;

    /// <summary>The last call of <see cref="ContinueAsNew(object?, bool)"/>, or null.</summary>
    public NextExecution? Next { get; private set; }

    public string? CustomStatus { get; private set; } = instance.CustomStatus;

    protected override ILoggerFactory LoggerFactory => loggers;

    public void MoveTo(DateTime now, bool replaying) => (_now, _replaying) = (now, replaying);

    public override T? GetInput<T>()
        where T : default => converter.Deserialize<T>(instance.Input);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        DemandThread();
        RefuseOptionsAsInput(input, options);
        return Retrying.Run(this, options?.Retry, () => Open<TResult>(
            name, task => new Decision.CallActivity(task, name, converter.Serialize(input))));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        DemandThread();
        RefuseOptionsAsInput(input, options);
        var id = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var version = (options as SubOrchestrationOptions)?.Version is { } given ? given.Version : defaultVersion;
        return Retrying.Run(this, options?.Retry, () => Open<TResult>(
            orchestratorName, task => new Decision.CallChild(task, orchestratorName, id, version, converter.Serialize(input))));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        DemandThread();
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        // A time without a kind is UTC: the cloud's machines know no other zone.
        var due = fireAt.Kind is DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        var id = _state.Decide(task => new Decision.StartTimer(task, due));
        var open = new OpenTask<object?>("timer", converter);
        _state.Wait(id, open);
        if (cancellationToken.CanBeCanceled)
        {
            cancellationToken.Register(() =>
            {
                if (thread.IsCurrent && _state.CancelTimer(id))
                {
                    open.Cancel(cancellationToken);
                }
            });
        }

        return open.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        DemandThread();
        return _events.Wait<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        DemandThread();
        _state.Decide(task => new Decision.Send(task, instanceId, eventName, converter.Serialize(payload)));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        DemandThread();
        CustomStatus = converter.Serialize(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        DemandThread();
        Next = new NextExecution(converter.Serialize(newInput), preserveUnprocessedEvents, null);
    }

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        DemandThread();
        Next = new NextExecution(converter.Serialize(options.NewInput), options.PreserveUnprocessedEvents, options.NewVersion);
    }

    public override Guid NewGuid()
    {
        DemandThread();
        return ReplayGuid.Of($"{InstanceId}_{_now:o}_{_guids++}");
    }

    private Task<T> Open<T>(string name, Func<int, Decision> decide)
    {
        var id = _state.Decide(decide);
        var open = new OpenTask<T>(name, converter);
        _state.Wait(id, open);
        return open.Task;
    }

    private void DemandThread()
    {
        if (!thread.IsCurrent)
        {
            throw new InvalidOperationException(
                "An orchestrator has waited for something other than its context's tasks, or runs on a thread of its own. " +
                "I/O, Task.Run and ConfigureAwait(false) have no place in it: put them into an activity.");
        }
    }

    private static void RefuseOptionsAsInput(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException("Task options were given as the input. Name the argument: options.", nameof(input));
        }
    }
}
