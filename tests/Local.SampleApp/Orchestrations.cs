using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace VksServerless.SampleApp;

public static class Orchestrations
{
    /// <summary>Everything that an orchestration can wait for, once.</summary>
    [Function(nameof(Journey))]
    public static async Task<string> Journey([OrchestrationTrigger] TaskOrchestrationContext context, int start)
    {
        var first = await context.CallActivityAsync<Activities.Step>("Double", new Activities.Step("first", start));
        await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
        context.SetCustomStatus("waiting");
        var word = await context.WaitForExternalEvent<string>("word");
        var several = await Task.WhenAll(Enumerable.Range(0, 3).Select(n =>
            context.CallActivityAsync<Activities.Step>("Double", new Activities.Step("several", n))));
        var child = await context.CallSubOrchestratorAsync<int>(nameof(Child), 5);
        return $"{first.Number} {word} {several.Sum(step => step.Number)} {child}";
    }

    [Function(nameof(Child))]
    public static async Task<int> Child([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var input = context.GetInput<int>();
        var doubled = await context.CallActivityAsync<Activities.Step>("Double", new Activities.Step("child", input));
        return doubled.Number;
    }

    /// <summary>Counts its events, beginning anew after each two.</summary>
    [Function(nameof(Counter))]
    public static async Task<string> Counter([OrchestrationTrigger] TaskOrchestrationContext context, string soFar)
    {
        for (var i = 0; i < 2; i++)
        {
            var word = await context.WaitForExternalEvent<string>("word");
            if (word == "end")
            {
                return soFar;
            }

            soFar += word;
        }

        context.ContinueAsNew(soFar);
        return "";
    }

    [Function(nameof(Persistent))]
    public static async Task<string> Persistent([OrchestrationTrigger] TaskOrchestrationContext context, int attempts)
    {
        var policy = new RetryPolicy(attempts, TimeSpan.FromMinutes(1), backoffCoefficient: 2);
        try
        {
            await context.CallActivityAsync("Note", "persistent", TaskOptions.FromRetryPolicy(policy));
            return "done";
        }
        catch (TaskFailedException failed)
        {
            return failed.FailureDetails.ErrorMessage;
        }
    }

    /// <summary>An event or a deadline, whichever comes first, as the genuine engine demands: the loser is cancelled.</summary>
    [Function(nameof(Race))]
    public static async Task<string> Race([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        using var lost = new CancellationTokenSource();
        var deadline = context.CreateTimer(TimeSpan.FromDays(30), lost.Token);
        var word = context.WaitForExternalEvent<string>("word");
        if (await Task.WhenAny(word, deadline) == deadline)
        {
            return "late";
        }

#pragma warning disable CA1849 // CancelAsync goes through the thread pool, where an orchestrator has no business.
        lost.Cancel();
#pragma warning restore CA1849
        return await word;
    }

    [Function(nameof(Forgetful))]
    public static async Task Forgetful([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        // What DURABLE0001 forbids: on replay it calls something else.
        await context.CallActivityAsync(context.IsReplaying ? "Double" : "Note", "forgetful");
        await context.CallActivityAsync("Note", "never");
    }

    [Function(nameof(Impatient))]
    public static async Task Impatient([OrchestrationTrigger] TaskOrchestrationContext context)
    {
#pragma warning disable DURABLE0003 // What the analyzer forbids, on purpose: the engine must notice.
        await Task.Delay(TimeSpan.FromMinutes(10));
#pragma warning restore DURABLE0003
        await context.CallActivityAsync("Note", "never");
    }

    [Function(nameof(Ids))]
    public static async Task<string> Ids([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var before = context.NewGuid();
        await context.CallActivityAsync("Note", $"{before}");
        return $"{before} {before == context.NewGuid()} {context.Version}";
    }
}
