using Microsoft.Azure.WebJobs.Extensions.DurableTask;
using VksServerless.Emulation.FunctionsHost.Durable;
using VksServerless.Emulation.FunctionsHost.Functions;
using VksServerless.Emulation.FunctionsHost.Timers;
using VksServerless.Emulation.FunctionsHost.Workers;

namespace VksServerless.Emulation.FunctionsHost.Administration;

/// <summary>
/// To drive this host: fire a timer by name (as on the genuine host), say that the clock was moved, see what it does.
/// </summary>
internal sealed class HostAdministration(
    WorkerPool workers, IReadOnlyList<Function> functions, DurableHost durable, TimerFunctions timers)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>One that is in the middle of a step, or was when its worker was killed, takes the event in its own time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/admin/functions/{name}", async (string name, CancellationToken cancellation) =>
            await timers.Run(name, cancellation) ? Results.Accepted() : Results.NotFound());
        routes.MapPost("/admin/clock-moved/{wakeUp}", ClockMoved);
        routes.MapGet("/admin/status", Status);
    }

    /// <summary>
    /// Durable timers keep real time: so every orchestration is woken, and looks at the clock itself. Answered when each has, or after a
    /// while.
    /// </summary>
    /// <param name="wakeUp">Name of the event.</param>
    private async Task<IResult> ClockMoved(string wakeUp, CancellationToken cancellation)
    {
        await timers.Check(cancellation);
        var running = (await Instances(cancellation)).Where(instance => instance.RuntimeStatus is OrchestrationRuntimeStatus.Running)
            .ToList();
        foreach (var instance in running)
        {
            await durable.Client.RaiseEventAsync(instance.InstanceId, wakeUp, "");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await Task.WhenAll(running.Select(instance => WhenUpdated(instance, patience.Token)));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Its status shows what it is at.
        }

        return Results.Accepted();
    }

    private async Task WhenUpdated(DurableOrchestrationStatus before, CancellationToken cancellation)
    {
        while ((await durable.Client.GetStatusAsync(before.InstanceId, showHistory: false, showHistoryOutput: false, showInput: false))
            is { RuntimeStatus: OrchestrationRuntimeStatus.Running } now && now.LastUpdatedTime == before.LastUpdatedTime)
        {
            await Task.Delay(Look, cancellation);
        }
    }

    private async Task<IResult> Status(CancellationToken cancellation) => Results.Json(new
    {
        Worker = workers.ProcessId,
        workers.Starts,
        workers.Running,
        Functions = functions.Select(function => new
        {
            function.Name,
            Trigger = function.Trigger.Type,
            Begun = workers.Invocations.GetValueOrDefault(function.Id),
        }),
        Orchestrations = (await Instances(cancellation)).Select(instance => new
        {
            Id = instance.InstanceId,
            Status = instance.RuntimeStatus.ToString(),
            Says = instance.CustomStatus?.ToString(Newtonsoft.Json.Formatting.None),
            instance.LastUpdatedTime,
        }),
    });

    private async Task<IReadOnlyList<DurableOrchestrationStatus>> Instances(CancellationToken cancellation)
    {
        var found = new List<DurableOrchestrationStatus>();
        var condition = new OrchestrationStatusQueryCondition { PageSize = 1000, ShowInput = false };
        do
        {
            var page = await durable.Client.ListInstancesAsync(condition, cancellation);
            found.AddRange(page.DurableOrchestrationState);
            condition.ContinuationToken = page.ContinuationToken;
        }
        while (condition.ContinuationToken is { Length: > 0 } and not "bnVsbA==");
        return found;
    }
}
