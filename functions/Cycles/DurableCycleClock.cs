using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using VksServerless.Application;
using VksServerless.Application.Workflow;
using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

/// <summary>
/// Each cycle's workflow is one instance of <see cref="CycleOrchestration"/>, which can be ended and started again at any instant.
/// </summary>
/// <param name="clock">That of the engine's storage, by which it says when an instance last did something: the real time.</param>
public sealed class DurableCycleClock(LentDurableClient durable, SilentWorkflows silent, TimeProvider clock) : ICycleClock
{
    /// <summary>A step that is due and being done is left alone for this long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task Wake(CycleId cycle, CancellationToken cancellation)
    {
        var instance = CycleOrchestration.InstanceOf(cycle);
        if (await durable.Client.GetInstanceAsync(instance, getInputsAndOutputs: false, cancellation) is { IsCompleted: false })
        {
            await RaiseWakeUp(instance, cancellation);
            return;
        }

        var options = new StartOrchestrationOptions(instance).WithDedupeStatuses(
            OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
        try
        {
            await durable.Client.ScheduleNewOrchestrationInstanceAsync(
                nameof(CycleOrchestration), new WokenCycle(cycle, Tracing.Here).ToString(), options, cancellation);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Another host was quicker; but its orchestration may have read the cycle before what asks for this wake-up.
            await RaiseWakeUp(instance, cancellation);
        }
    }

    public async Task KeepGoing(CycleId cycle, Agenda agenda, CancellationToken cancellation)
    {
        var instance = CycleOrchestration.InstanceOf(cycle);
        var workflow = await durable.Client.GetInstanceAsync(instance, getInputsAndOutputs: false, cancellation);
        if (workflow is null or { IsCompleted: true })
        {
            await Wake(cycle, cancellation);
        }
        else if (agenda.Step != Step.Wait
            && workflow.RuntimeStatus != OrchestrationRuntimeStatus.Suspended
            && workflow.LastUpdatedAt < clock.GetUtcNow() - Patience)
        {
            await Rouse(cycle, workflow, cancellation);
        }
    }

    /// <summary>
    /// One thing a minute, because each is a message that the orchestration takes in its own time: if it were ended and started
    /// again in one go, the new one might take the message that was to end the old one.
    /// </summary>
    private async Task Rouse(CycleId cycle, OrchestrationMetadata workflow, CancellationToken cancellation)
    {
        switch (silent.Judge(cycle, workflow.LastUpdatedAt))
        {
            case Silence.Short:
                await Wake(cycle, cancellation);
                break;
            case Silence.Long:
                await durable.Client.TerminateInstanceAsync(workflow.InstanceId, cancellation: cancellation);
                break;
            default:
                // Azure Storage purges even a running one. A store that does not refuses, and it is tried again in a minute.
                await durable.Client.PurgeInstanceAsync(workflow.InstanceId, cancellation: cancellation);
                await Wake(cycle, cancellation);
                break;
        }
    }

    private Task RaiseWakeUp(string instance, CancellationToken cancellation) =>
        durable.Client.RaiseEventAsync(instance, CycleOrchestration.WakeUp, Tracing.Here ?? "", cancellation);
}
