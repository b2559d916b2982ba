using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

/// <summary>
/// Every minute: a cycle in which something is due gets its alarm clock back, whatever became of the old one or of the
/// event that should have woken it.
/// </summary>
public sealed class KeepCyclesGoing(EachCycle each, ReadAgenda agenda, SilentClocks silent, TimeProvider clock)
{
    /// <summary>A step that is due and being done is left alone for so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Function(nameof(KeepCyclesGoing))]
    public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellation) =>
        each.Execute(cycle => Check(cycle, orchestrations, cancellation), cancellation);

    private async Task Check(CycleId cycle, DurableTaskClient orchestrations, CancellationToken cancellation)
    {
        var step = (await agenda.Execute(cycle, cancellation)).Step;
        if (step == Step.End)
        {
            return;
        }

        var instance = CycleOrchestration.InstanceOf(cycle);
        var clockwork = await orchestrations.GetInstanceAsync(instance, getInputsAndOutputs: false, cancellation);
        if (clockwork is null or { IsCompleted: true })
        {
            await orchestrations.Wake(cycle, cancellation);
        }
        else if (step != Step.Wait && clockwork.RuntimeStatus != OrchestrationRuntimeStatus.Suspended && clockwork.LastUpdatedAt < clock.GetUtcNow() - Patience)
        {
            await Rouse(cycle, clockwork, orchestrations, cancellation);
        }
    }

    /// <summary>
    /// One thing a minute, since each is a message that its orchestration takes in its own time: ended and begun anew in one go, the
    /// new one might take the message that was to end the old one.
    /// </summary>
    private async Task Rouse(CycleId cycle, OrchestrationMetadata clockwork, DurableTaskClient orchestrations, CancellationToken cancellation)
    {
        switch (silent.Judge(cycle, clockwork.LastUpdatedAt))
        {
            case Silence.Short:
                await orchestrations.Wake(cycle, cancellation);
                break;
            case Silence.Long:
                await orchestrations.TerminateInstanceAsync(clockwork.InstanceId, cancellation: cancellation);
                break;
            default:
                // Azure Storage purges also what runs; a store that does not refuses, and it is tried again in a minute.
                await orchestrations.PurgeInstanceAsync(clockwork.InstanceId, cancellation: cancellation);
                await orchestrations.Wake(cycle, cancellation);
                break;
        }
    }
}
