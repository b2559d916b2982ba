using System.Diagnostics;
using Microsoft.DurableTask.Client;
using VksServerless.Cycles;
using VksServerless.Functions.Cycles;

namespace VksServerless.Functions.Tests.Cycles;

public class Running_a_cycle
{
    private static readonly Agenda End = new(Step.End, null);
    private static readonly Agenda Waiting = new(Step.Wait, DateTimeOffset.UtcNow.AddDays(3));

    [Fact]
    public async Task Does_every_step_that_is_due_in_its_order()
    {
        await using var cycle = await ACycle.With(
            new(Step.Open, null), new(Step.ChangeUnits, null), new(Step.Remind, null), new(Step.Close, null), new(Step.Aggregate, null),
            new(Step.Publish, null), End);
        await cycle.Start();

        (await cycle.WhenEnded()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);

        cycle.Done.ShouldBe(
        [
            CycleActivities.ReadAgenda, CycleActivities.OpenCycle, CycleActivities.ApplyUnitChanges, CycleActivities.RemindUnits,
            CycleActivities.CloseCycle, CycleActivities.PutReportTogether, CycleActivities.PublishReport,
        ]);
    }

    [Fact]
    public async Task Waits_until_the_instant_of_the_agenda()
    {
        var instant = DateTimeOffset.UtcNow.AddSeconds(2);
        var remindedAt = DateTimeOffset.MinValue;
        await using var cycle = await ACycle.With(new(Step.Wait, instant), new(Step.Remind, null), End);
        cycle.Before = name =>
        {
            remindedAt = name == CycleActivities.RemindUnits ? DateTimeOffset.UtcNow : remindedAt;
            return Task.CompletedTask;
        };
        await cycle.Start();

        await cycle.WhenEnded();

        cycle.Done.ShouldBe([CycleActivities.ReadAgenda, CycleActivities.ReadAgenda, CycleActivities.RemindUnits]);
        remindedAt.ShouldBeGreaterThanOrEqualTo(instant);
    }

    /// <summary>The app's clock is behind the engine's: nothing is due by it, and the instant is past by the other.</summary>
    [Fact]
    public async Task While_the_clocks_differ_it_does_not_go_round_and_round()
    {
        await using var cycle = await ACycle.With(
            new(Step.Wait, DateTimeOffset.UtcNow.AddMinutes(-1)), new(Step.Wait, DateTimeOffset.UtcNow.AddSeconds(-30)),
            new(Step.Close, null), End);
        var looks = new List<long>();
        cycle.Before = _ =>
        {
            looks.Add(Stopwatch.GetTimestamp());
            return Task.CompletedTask;
        };
        await cycle.Start();

        await cycle.WhenEnded();

        cycle.Done.ShouldBe(
            [CycleActivities.ReadAgenda, CycleActivities.ReadAgenda, CycleActivities.ReadAgenda, CycleActivities.CloseCycle]);
        Stopwatch.GetElapsedTime(looks[0], looks[2]).ShouldBeGreaterThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task An_event_wakes_it_before_the_instant_and_the_timer_holds_nothing_up()
    {
        await using var cycle = await ACycle.With(Waiting, new(Step.Close, null), End);
        await cycle.Start();
        await cycle.WhenWaiting();
        cycle.Done.ShouldBe([CycleActivities.ReadAgenda]);

        await cycle.WakeUp();

        (await cycle.WhenEnded()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        cycle.Done.ShouldBe([CycleActivities.ReadAgenda, CycleActivities.ReadAgenda, CycleActivities.CloseCycle]);
    }

    [Fact]
    public async Task Without_an_instant_it_waits_for_an_event_alone()
    {
        await using var cycle = await ACycle.With(new(Step.Wait, null), End);
        await cycle.Start();
        await cycle.WhenDone(1);
        await cycle.WakeUp();

        await cycle.WhenEnded();

        cycle.Done.Count.ShouldBe(2);
    }

    /// <summary>The step may have read the cycle before the change that the event tells of.</summary>
    [Fact]
    public async Task An_event_that_comes_during_a_step_is_not_lost()
    {
        await using var cycle = await ACycle.With(new(Step.Remind, null), Waiting, End);
        var woken = false;
        cycle.Before = async name =>
        {
            if (name == CycleActivities.RemindUnits && !woken)
            {
                woken = true;
                await cycle.WakeUp();
            }
        };
        await cycle.Start();

        await cycle.WhenEnded();

        cycle.Done.ShouldBe([CycleActivities.ReadAgenda, CycleActivities.RemindUnits, CycleActivities.ReadAgenda]);
    }

    /// <summary>The next generation drops the events left over, and reads the truth after them.</summary>
    [Fact]
    public async Task However_many_events_come_the_last_is_followed_by_a_look()
    {
        await using var cycle = await ACycle.With(Waiting);
        await cycle.Start();
        await cycle.WhenDone(1);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cycle.WakeUp()));

        cycle.Now(End);
        await cycle.WakeUp();

        await cycle.WhenEnded();
        cycle.Done.Count.ShouldBeInRange(2, 22);
    }

    [Fact]
    public async Task A_step_that_fails_is_tried_again()
    {
        await using var cycle = await ACycle.With(new(Step.Close, null), End);
        var left = 1;
        cycle.Before = name => name == CycleActivities.CloseCycle && left-- > 0 ? throw new TimeoutException("busy") : Task.CompletedTask;
        await cycle.Start();

        (await cycle.WhenEnded()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);

        cycle.Done.ShouldBe([CycleActivities.ReadAgenda, CycleActivities.CloseCycle, CycleActivities.CloseCycle]);
    }

    [Fact]
    public async Task Ended_and_begun_again_it_goes_on_where_the_cycle_stands()
    {
        await using var cycle = await ACycle.With(new(Step.Open, null), Waiting, new(Step.Aggregate, null), End);
        await cycle.Start();
        await cycle.WhenWaiting();
        await cycle.Client.TerminateInstanceAsync(ACycle.Instance);
        (await cycle.WhenEnded()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);

        await cycle.Start();

        (await cycle.WhenEnded()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        cycle.Done.ShouldBe(
            [CycleActivities.ReadAgenda, CycleActivities.OpenCycle, CycleActivities.ReadAgenda, CycleActivities.PutReportTogether]);
    }
}
