using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

/// <summary>
/// Every minute: a cycle in which something is due gets its alarm clock back, whatever became of the old one or of the
/// event that should have woken it.
/// </summary>
public sealed class KeepCyclesGoing(EachCycle each, ReadAgenda agenda, TimeProvider clock)
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

        var clockwork = await orchestrations.GetInstanceAsync(CycleOrchestration.InstanceOf(cycle), getInputsAndOutputs: false, cancellation);
        var gone = clockwork is null or { IsCompleted: true };
        var stuck = step != Step.Wait && clockwork?.LastUpdatedAt < clock.GetUtcNow() - Patience;
        if (gone || stuck)
        {
            await orchestrations.Wake(cycle, cancellation);
        }
    }
}
