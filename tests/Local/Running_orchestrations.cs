using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Local.Durable;
using NonDeterministicOrchestrationException = VksServerless.Local.Durable.NonDeterministicOrchestrationException;

namespace VksServerless.Local.Tests;

public class Running_orchestrations
{
    private static readonly StartOrchestrationOptions Named = new("one");

    [Fact]
    public async Task Activities_timers_events_and_children_come_together()
    {
        await using var sample = await Sample.Started();
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Journey", 4, Named);
        await sample.Host.WhenQuiet();
        sample.Host.NextTimer.ShouldBe(sample.Clock.GetUtcNow().AddHours(1));

        await sample.Host.Play(sample.Clock, sample.Clock.GetUtcNow().AddHours(1));
        (await sample.Durable.GetInstanceAsync("one", true))!.ReadCustomStatusAs<string>().ShouldBe("waiting");
        await sample.Durable.RaiseEventAsync("one", "WORD", "chữ");
        await sample.Host.WhenQuiet();

        (await sample.Output("one")).ShouldBe("8 chữ 6 10");
    }

    [Fact]
    public async Task An_event_that_comes_before_anybody_waits_is_kept()
    {
        await using var sample = await Sample.Started();
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Journey", 1, Named);
        await sample.Durable.RaiseEventAsync("one", "word", "early");
        await sample.Host.Play(sample.Clock, sample.Clock.GetUtcNow().AddHours(2));

        (await sample.Output("one")).ShouldStartWith("2 early");
    }

    [Fact]
    public async Task Beginning_anew_loses_no_event_and_keeps_the_history_short()
    {
        await using var sample = await Sample.Started();
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Counter", "", Named);
        var words = Enumerable.Range(0, 25).Select(n => $"{(char)('a' + n)}").ToList();
        await Task.WhenAll(sample.Durable.RaiseEventAsync("one", "word", words[0]), sample.Host.WhenQuiet());
        foreach (var word in words.Skip(1).Append("end"))
        {
            await sample.Durable.RaiseEventAsync("one", "word", word);
        }

        (await sample.Output("one")).ShouldBe(string.Concat(words));
        var size = sample.Host.Services.GetRequiredService<DurableHistory>().Sizes().Single();
        (size.Events, size.Bytes).ShouldSatisfyAllConditions(
            total => total.Events.ShouldBeGreaterThan(26), total => total.Bytes.ShouldBeGreaterThan(total.Events * 10));
    }

    [Fact]
    public async Task A_failing_activity_is_tried_again_as_its_policy_says()
    {
        await using var sample = await Sample.Started();
        var left = 3;
        sample.Journal.On = _ => left-- > 0 ? throw new TimeoutException("busy") : Task.CompletedTask;
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Persistent", 5, Named);
        var start = sample.Clock.GetUtcNow();
        await sample.Host.WhenQuiet();
        var waits = new List<TimeSpan>();
        while (sample.Host.NextTimer is { } next)
        {
            waits.Add(next - sample.Clock.GetUtcNow());
            await sample.Host.Play(sample.Clock, next);
        }

        waits.Select(wait => wait.TotalMinutes).ShouldBe([1, 2, 4]);
        (await sample.Output("one")).ShouldBe("done");
    }

    [Fact]
    public async Task When_every_attempt_has_failed_the_orchestrator_learns_why()
    {
        await using var sample = await Sample.Started();
        sample.Journal.On = _ => throw new TimeoutException("busy");
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Persistent", 2, Named);
        await sample.Host.Play(sample.Clock, sample.Clock.GetUtcNow().AddHours(1));

        (await sample.Output("one")).ShouldBe("busy");
        sample.Journal.Entries.Count(entry => entry == "persistent").ShouldBe(2);
    }

    [Fact]
    public async Task A_cancelled_timer_holds_nothing_up()
    {
        await using var sample = await Sample.Started();
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Race", Named);
        await sample.Host.WhenQuiet();
        await sample.Durable.RaiseEventAsync("one", "word", "in time");

        (await sample.Output("one")).ShouldBe("in time");
        await sample.Restart();
        sample.Host.NextTimer.ShouldBeNull();
    }

    [Fact]
    public async Task A_deadline_passes_however_the_clock_gets_there()
    {
        await using var sample = await Sample.Started();
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Race", Named);
        await sample.Host.WhenQuiet();

        sample.Clock.Set(sample.Clock.GetUtcNow().AddDays(31));
        await sample.Host.WhenQuiet();

        (await sample.Output("one")).ShouldBe("late");
    }

    [Fact]
    public async Task An_instance_that_runs_is_not_started_twice_but_a_finished_one_is()
    {
        await using var sample = await Sample.Started();
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Race", Named);

        await Should.ThrowAsync<OrchestrationAlreadyExistsException>(() => sample.Durable.ScheduleNewOrchestrationInstanceAsync("Race", Named));

        await sample.Durable.TerminateInstanceAsync("one", "enough");
        var ended = await sample.Durable.WaitForInstanceCompletionAsync("one", true);
        (ended.RuntimeStatus, ended.ReadOutputAs<string>()).ShouldBe((OrchestrationRuntimeStatus.Terminated, "enough"));
        var deduped = Named.WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated);
        await Should.ThrowAsync<OrchestrationAlreadyExistsException>(() => sample.Durable.ScheduleNewOrchestrationInstanceAsync("Race", deduped));

        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Race", Named);
        await sample.Host.WhenQuiet();
        await sample.Durable.RaiseEventAsync("one", "word", "again");
        (await sample.Output("one")).ShouldBe("again");
    }

    [Fact]
    public async Task Code_that_does_not_repeat_itself_is_found_out()
    {
        await using var sample = await Sample.Started();
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Forgetful", Named);

        var failed = await sample.Durable.WaitForInstanceCompletionAsync("one");

        failed.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        failed.FailureDetails!.ErrorType.ShouldBe(typeof(NonDeterministicOrchestrationException).FullName);
        sample.Journal.Entries.ShouldBe(["forgetful"]);
    }

    [Fact]
    public async Task Waiting_for_something_outside_the_history_is_found_out()
    {
        await using var sample = await Sample.Started();
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Impatient", Named);

        var failed = await sample.Durable.WaitForInstanceCompletionAsync("one");

        failed.FailureDetails!.ErrorType.ShouldBe(typeof(NonDeterministicOrchestrationException).FullName);
    }

    [Fact]
    public async Task An_unknown_orchestrator_fails_instead_of_hanging()
    {
        await using var sample = await Sample.Started();
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Nobody", Named);

        (await sample.Durable.WaitForInstanceCompletionAsync("one")).FailureDetails!.ErrorType.ShouldBe(typeof(FunctionUnknownException).FullName);
    }

    [Fact]
    public async Task Identifiers_are_the_same_on_replay_and_the_version_is_the_one_it_was_started_with()
    {
        await using var sample = await Sample.Started();
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Ids", Named with { Version = "1.5" });

        var output = (await sample.Output("one")).Split(' ');

        output.ShouldBe([sample.Journal.Entries.Single(), "False", "1.5"]);
    }

    [Fact]
    public async Task A_suspended_orchestration_waits_with_what_arrives_until_it_is_resumed()
    {
        await using var sample = await Sample.Started();
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Race", Named);
        await sample.Host.WhenQuiet();
        await sample.Durable.SuspendInstanceAsync("one");
        await sample.Durable.RaiseEventAsync("one", "word", "held");
        await sample.Host.WhenQuiet();
        (await sample.Durable.GetInstanceAsync("one"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);

        await sample.Durable.ResumeInstanceAsync("one");

        (await sample.Output("one")).ShouldBe("held");
    }

    [Fact]
    public async Task A_start_at_a_later_time_waits_for_it()
    {
        await using var sample = await Sample.Started();
        var later = sample.Clock.GetUtcNow().AddDays(60);
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Ids", Named with { StartAt = later });
        await sample.Host.WhenQuiet();
        (await sample.Durable.GetInstanceAsync("one"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Pending);

        await sample.Host.Play(sample.Clock, later);

        (await sample.Durable.GetInstanceAsync("one"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task Instances_are_found_by_their_state_and_purged_when_they_are_finished()
    {
        await using var sample = await Sample.Started();
        foreach (var number in Enumerable.Range(0, 5))
        {
            await sample.Durable.ScheduleNewOrchestrationInstanceAsync(number % 2 == 0 ? "Ids" : "Race", new StartOrchestrationOptions($"n{number}"));
        }

        await sample.Host.WhenQuiet();
        var running = new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running], PageSize: 2);
        var found = new List<string>();
        await foreach (var instance in sample.Durable.GetAllInstancesAsync(running))
        {
            found.Add(instance.InstanceId);
        }

        found.ShouldBe(["n1", "n3"]);
        (await sample.Durable.PurgeAllInstancesAsync(new PurgeInstancesFilter())).PurgedInstanceCount.ShouldBe(3);
        (await sample.Durable.GetInstanceAsync("n0")).ShouldBeNull();
        (await sample.Durable.GetInstanceAsync("n1")).ShouldNotBeNull();
    }
}
