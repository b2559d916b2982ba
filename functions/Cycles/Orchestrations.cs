using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

public static class Orchestrations
{
    /// <summary>
    /// Wakes the cycle's orchestration, or starts it when there is none that goes on. When another host starts it at the
    /// same moment this fails, and the event that asked for it is delivered again.
    /// </summary>
    public static async Task Wake(this DurableTaskClient client, CycleId cycle, CancellationToken cancellation)
    {
        var instance = CycleOrchestration.InstanceOf(cycle);
        if (await client.GetInstanceAsync(instance, getInputsAndOutputs: false, cancellation) is { IsCompleted: false })
        {
            await client.RaiseEventAsync(instance, CycleOrchestration.WakeUp, "", cancellation);
            return;
        }

        var options = new StartOrchestrationOptions(instance)
            .WithDedupeStatuses(OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(CycleOrchestration), cycle.ToString(), options, cancellation);
    }
}
