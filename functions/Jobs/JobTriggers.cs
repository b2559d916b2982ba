using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VksServerless.Application.Jobs;
using VksServerless.Functions.Cycles;

namespace VksServerless.Functions.Jobs;

/// <summary>One timer for each cadence. The host runs a timer on one instance at a time and makes up for a run that was missed.</summary>
public sealed class JobTriggers(RunJobs jobs, LentDurableClient durable)
{
    [Function(nameof(EveryMinute))]
    public Task EveryMinute(
        [TimerTrigger(Schedules.EveryMinute)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        Run(Cadence.EveryMinute, client, cancellation);

    [Function(nameof(EveryMorning))]
    public Task EveryMorning(
        [TimerTrigger(Schedules.EveryMorning)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        Run(Cadence.EveryMorning, client, cancellation);

    private async Task Run(Cadence cadence, DurableTaskClient client, CancellationToken cancellation)
    {
        using var lent = durable.Lend(client);
        await jobs.Execute(cadence, cancellation);
    }
}
