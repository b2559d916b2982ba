using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

public static class Orchestrations
{
    /// <summary>Wakes the cycle's orchestration, or starts it when there is none that goes on.</summary>
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
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(CycleOrchestration), cycle.ToString(), options, cancellation);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // Another host was quicker; but its orchestration may have read the cycle before what asks for this wake-up.
            await client.RaiseEventAsync(instance, CycleOrchestration.WakeUp, "", cancellation);
        }
    }
}
