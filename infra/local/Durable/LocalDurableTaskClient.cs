using System.Text.Json;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using VksServerless.Local.Storage;

namespace VksServerless.Local.Durable;

/// <summary>The genuine client's contract on the local engine.</summary>
internal sealed class LocalDurableTaskClient(DurableEngine engine, SqliteDatabase database, DataConverter converter) : DurableTaskClient("local")
{
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        var version = options?.Version is { } given ? given.Version : engine.Options.DefaultVersion;
        var deduped = options?.DedupeStatuses is { } statuses ? Statuses.Parse(statuses) : Start.Unfinished;
        var start = new Start(id, orchestratorName.Name, version, converter.Serialize(input))
        {
            At = options?.StartAt?.UtcDateTime,
            Tags = options is { Tags.Count: > 0 } ? JsonSerializer.Serialize(options.Tags) : null,
        };
        cancellation.ThrowIfCancellationRequested();
        await engine.Apply((session, now) =>
        {
            if (Start.IsTaken(InstanceRows.Find(session, id), deduped))
            {
                throw new OrchestrationAlreadyExistsException($"An Orchestration instance with the ID {id} already exists.");
            }

            var followUps = new FollowUps();
            start.Write(session, now, followUps);
            return followUps;
        });
        return id;
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return Tell(instanceId, new HistoryEvent.EventRaised(eventName, converter.Serialize(eventPayload)), cancellation);
    }

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        Tell(instanceId, new HistoryEvent.Terminated(converter.Serialize(options?.Output), options?.Recursive ?? false), cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Tell(instanceId, new HistoryEvent.Suspended(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Tell(instanceId, new HistoryEvent.Resumed(reason), cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Wait(instanceId, instance => instance.Status != "Pending", getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Wait(instanceId, instance => instance.IsFinished, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(Find(instanceId) is { } instance ? Metadata(instance, getInputsAndOutputs) : null);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstancePages(database, filter ?? new OrchestrationQuery(), instance => Metadata(instance, filter?.FetchInputsAndOutputs ?? false));

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        new(await database.Write(session => Purging.Purge(session, instanceId, options?.Recursive ?? false)));

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var purged = 0;
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        await foreach (var instance in GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            purged += await database.Write(session => Purging.Purge(session, instance.InstanceId, options?.Recursive ?? false));
        }

        return new PurgeResult(purged, isComplete: true);
    }

    public override ValueTask DisposeAsync() => default;

    private Instance? Find(string id) => database.Read(session => InstanceRows.Find(session, id));

    private Task Tell(string id, HistoryEvent happened, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        cancellation.ThrowIfCancellationRequested();
        return engine.Apply((session, _) =>
        {
            var followUps = new FollowUps();
            var instance = InstanceRows.Find(session, id) ??
                throw new InvalidOperationException($"No instance with ID '{id}' was found.");
            if (!instance.IsFinished)
            {
                Inbox.Put(session, id, null, happened);
                followUps.Wake.Add(id);
            }

            return followUps;
        });
    }

    private async Task<OrchestrationMetadata> Wait(
        string id, Func<Instance, bool> reached, bool withPayloads, CancellationToken cancellation)
    {
        while (true)
        {
            var change = engine.Waiters.Change(id);
            var instance = Find(id) ?? throw new InvalidOperationException($"No instance with ID '{id}' was found.");
            if (reached(instance))
            {
                return Metadata(instance, withPayloads);
            }

            await change.WaitAsync(cancellation);
        }
    }

    private OrchestrationMetadata Metadata(Instance instance, bool withPayloads) => new(instance.Name, instance.Id)
    {
        RuntimeStatus = Enum.Parse<OrchestrationRuntimeStatus>(instance.Status),
        CreatedAt = instance.CreatedAt,
        LastUpdatedAt = instance.UpdatedAt,
        DataConverter = withPayloads ? converter : null,
        SerializedInput = withPayloads ? instance.Input : null,
        SerializedOutput = withPayloads ? instance.Output : null,
        SerializedCustomStatus = withPayloads ? instance.CustomStatus : null,
        FailureDetails = instance.Failure?.ToDetails(),
        Tags = instance.Tags is { } tags ? JsonSerializer.Deserialize<Dictionary<string, string>>(tags)! : new Dictionary<string, string>(),
    };
}
