using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

/// <summary>
/// Every minute: a cycle in which something is due gets its alarm clock back, whatever became of the old one or of the
/// event that should have woken it.
/// </summary>
internal sealed class KeepCyclesGoing(ICycles cycles, ReadAgenda agenda, TimeProvider clock)
{
    private const int PageSize = 200;

    [Function(nameof(KeepCyclesGoing))]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient orchestrations, CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await cycles.List(PageSize, continuation, cancellation);
            foreach (var cycle in page.Items.Where(cycle => cycle.IsUnderWay(clock.GetUtcNow())))
            {
                await Check(cycle.Id, orchestrations, cancellation);
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    private async Task Check(CycleId cycle, DurableTaskClient orchestrations, CancellationToken cancellation)
    {
        var due = await agenda.Execute(cycle, cancellation);
        var missing = due.Step == Step.Wait
            && await orchestrations.GetInstanceAsync(CycleOrchestration.InstanceOf(cycle), getInputsAndOutputs: false, cancellation) is null or { IsCompleted: true };
        if (missing || due.Step is not (Step.Wait or Step.End))
        {
            await orchestrations.Wake(cycle, cancellation);
        }
    }
}
