using Google.Protobuf;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Worker.Grpc;
using VksServerless.Functions.Cycles;

namespace VksServerless.Functions.Tests.Cycles;

/// <summary>
/// Cycles run for months, so a new version of the app meets histories that an old one has written. The files are such histories,
/// named by the version in host.json: never change one; where the orchestration must differ, branch on its version and add a file.
/// </summary>
public class Going_on_with_an_old_history
{
    private readonly OrchestratorRequest _waiting = JsonParser.Default.Parse<OrchestratorRequest>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cycles", "waiting-1.0.json")));

    [Fact]
    public void A_waiting_cycle_is_woken_and_looks_again()
    {
        var action = Replay(_waiting).ShouldHaveSingleItem();

        action.CompleteOrchestration.OrchestrationStatus.ShouldBe(OrchestrationStatus.ContinuedAsNew);
        action.CompleteOrchestration.Result.ShouldBe($"\"{ACycle.Id}\"");
    }

    [Fact]
    public void A_waiting_cycle_is_woken_by_its_timer()
    {
        _waiting.NewEvents[1] = new HistoryEvent
        {
            EventId = -1,
            Timestamp = _waiting.NewEvents[0].Timestamp,
            TimerFired = new TimerFiredEvent
            {
                TimerId = 2,
                FireAt = _waiting.PastEvents.Single(past => past.TimerCreated is not null).TimerCreated.FireAt,
            },
        };

        Replay(_waiting).ShouldHaveSingleItem().CompleteOrchestration.OrchestrationStatus.ShouldBe(OrchestrationStatus.ContinuedAsNew);
    }

    /// <summary>So that this test can fail: an activity under another name is found out.</summary>
    [Fact]
    public void A_step_that_the_history_does_not_have_is_found_out()
    {
        _waiting.PastEvents.Single(past => past.TaskScheduled is { Name: CycleActivities.OpenCycle }).TaskScheduled.Name = "OpenTheCycle";

        var completed = Replay(_waiting).Select(action => action.CompleteOrchestration).OfType<CompleteOrchestrationAction>().Single();

        completed.OrchestrationStatus.ShouldBe(OrchestrationStatus.Failed);
        completed.FailureDetails.ErrorType.ShouldContain("NonDeterministic");
    }

    private static List<OrchestratorAction> Replay(OrchestratorRequest request)
    {
        var answer = GrpcOrchestrationRunner.LoadAndRun<string, object>(
            Convert.ToBase64String(request.ToByteArray()),
            async (context, cycle) =>
            {
                await CycleOrchestration.Run(context, cycle!);
                return null;
            });
        return [.. OrchestratorResponse.Parser.ParseFrom(Convert.FromBase64String(answer)).Actions];
    }
}
