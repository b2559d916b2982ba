using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace VksServerless.Functions.Tests.Cycles;

/// <summary>A workflow that takes no message, until it is purged.</summary>
internal sealed class DeafWorkflow(DateTimeOffset lastSign) : DurableTaskClient("deaf")
{
    private bool _isThere = true;

    public List<string> Asked { get; } = [];

    public OrchestrationRuntimeStatus Status { get; init; } = OrchestrationRuntimeStatus.Running;

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => Task.FromResult(
            _isThere
                ? new OrchestrationMetadata("CycleOrchestration", instanceId) { RuntimeStatus = Status, LastUpdatedAt = lastSign }
                : null);

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input =
            null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        Asked.Add("start");
        return Task.FromResult(options!.InstanceId!);
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) => Ask("wake");

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) => Ask("end");

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Asked.Add("purge");
        _isThere = false;
        return Task.FromResult(new PurgeResult(1));
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task Ask(string what)
    {
        Asked.Add(what);
        return Task.CompletedTask;
    }
}
