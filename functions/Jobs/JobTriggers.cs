using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VksServerless.Application.Jobs;
using VksServerless.Azure.Jobs;
using VksServerless.Functions.Cycles;

namespace VksServerless.Functions.Jobs;

/// <summary>One timer for all jobs. The host runs it on one instance at a time and makes up for a run that was missed.</summary>
public sealed class JobTriggers(RunDueJobs jobs, LentDurableClient durable)
{
    [Function(nameof(EveryMinute))]
    public async Task EveryMinute(
        [TimerTrigger(Schedules.EveryMinute)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        using var lent = durable.Lend(client);
        await jobs.Execute(cancellation);
    }
}
