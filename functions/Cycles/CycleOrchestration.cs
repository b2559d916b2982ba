using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

/// <summary>
/// A reporting cycle as the decree has it. It is an alarm clock and nothing more: every step reads the truth, does what is due
/// and says what comes next, which an operator reads as its status. Ended and started again in any phase, it goes on where the
/// cycle stands.
/// </summary>
public static class CycleOrchestration
{
    public const string WakeUp = nameof(WakeUp);

    public static string InstanceOf(CycleId cycle) => $"cycle-{cycle}";

    [Function(nameof(CycleOrchestration))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, string woken)
    {
        var next = await context.CallActivityAsync<Agenda>(CycleActivities.ReadAgenda, woken, Patiently);
        context.SetCustomStatus(next);
        while (next.Step is not (Step.Wait or Step.End))
        {
            next = await context.CallActivityAsync<Agenda>(ActivityOf(next.Step), woken, Patiently);
            context.SetCustomStatus(next);
        }

        if (next.Step == Step.Wait)
        {
            var by = await UntilWokenOr(context, next.LookAgainAt);

            // A wake-up says nothing but "look again", and the next generation looks: those left over need not be kept.
            context.ContinueAsNew((WokenCycle.Read(woken) with { By = by }).ToString(), preserveUnprocessedEvents: false);
        }
    }

    private static string ActivityOf(Step step) => step switch
    {
        Step.Open => CycleActivities.OpenCycle,
        Step.ChangeUnits => CycleActivities.ApplyUnitChanges,
        Step.Remind => CycleActivities.RemindUnits,
        Step.Close => CycleActivities.CloseCycle,
        Step.Aggregate => CycleActivities.PutReportTogether,
        _ => CycleActivities.PublishReport,
    };

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>A step that fails is tried again for a day; what it has done stays done.</summary>
    private static TaskOptions Patiently { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 200,
        firstRetryInterval: TimeSpan.FromSeconds(2),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(10)));

    /// <summary>
    /// What is not due by the app's clock and is past by the engine's is asked for again a little later: the two clocks differ, and nothing
    /// may go round and round until they agree.
    /// </summary>
    private static DateTime AlarmFor(DateTime instant, DateTime now) => instant > now ? instant : now + BetweenLooks;

    /// <returns>The traceparent of what woke it; null or empty when the clock did, or what belongs to no trace.</returns>
    private static async Task<string?> UntilWokenOr(TaskOrchestrationContext context, DateTimeOffset? instant)
    {
        using var done = new CancellationTokenSource();
        var woken = context.WaitForExternalEvent<string>(WakeUp, done.Token);
        if (instant is { } at)
        {
            await Task.WhenAny(woken, context.CreateTimer(AlarmFor(at.UtcDateTime, context.CurrentUtcDateTime), done.Token));
        }
        else
        {
            await woken;
        }

        // Cancelled, it would have no result to ask for.
        var wokenBy = woken.IsCompletedSuccessfully ? woken.Result : null;
        done.Cancel();
        return wokenBy;
    }
}
