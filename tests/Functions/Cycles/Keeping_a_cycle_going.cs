using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;
using VksServerless.Application;
using VksServerless.Cycles;
using VksServerless.Functions.Cycles;

namespace VksServerless.Functions.Tests.Cycles;

/// <summary>The workflow of a cycle, as use cases ask for it.</summary>
public class Keeping_a_cycle_going
{
    private static readonly Agenda Waiting = new(Step.Wait, DateTimeOffset.UtcNow.AddDays(3));
    private static readonly Agenda Due = new(Step.Close, null);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly LentDurableClient _durable = new();
    private readonly DurableCycleClock _clock;

    public Keeping_a_cycle_going() => _clock = new DurableCycleClock(_durable, new SilentWorkflows(_time), _time);

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Waking_starts_a_workflow_and_then_wakes_that_one()
    {
        await using var cycle = await ACycle.With(Waiting);
        using var lent = _durable.Lend(cycle.Client);

        await _clock.Wake(ACycle.Id, None);
        await cycle.WhenDone(1);
        await _clock.Wake(ACycle.Id, None);

        await cycle.WhenDone(2);
    }

    [Fact]
    public async Task Its_steps_know_the_request_that_woke_it()
    {
        await using var cycle = await ACycle.With(Waiting);
        using var lent = _durable.Lend(cycle.Client);

        var first = await WakeWithin("a request");
        await cycle.WhenWaiting();
        var second = await WakeWithin("another request");
        await cycle.WhenDone(2);

        cycle.WokenBy.ShouldBe([first, second]);
    }

    [Fact]
    public async Task Woken_by_several_hosts_at_once_there_is_one_workflow()
    {
        await using var cycle = await ACycle.With(Waiting);
        using var lent = _durable.Lend(cycle.Client);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _clock.Wake(ACycle.Id, None)));

        (await Status(cycle)).ShouldNotBeNull().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_workflow_that_was_lost_is_started()
    {
        await using var cycle = await ACycle.With(Waiting);
        using var lent = _durable.Lend(cycle.Client);

        await _clock.KeepGoing(ACycle.Id, Waiting, None);
        await cycle.WhenDone(1);
        await cycle.Client.TerminateInstanceAsync(ACycle.Instance);
        await cycle.WhenEnded();
        await _clock.KeepGoing(ACycle.Id, Waiting, None);

        await cycle.WhenDone(2);
    }

    [Fact]
    public async Task One_that_waits_or_has_just_done_something_is_left_alone()
    {
        var workflow = new DeafWorkflow(_time.GetUtcNow());
        using var lent = _durable.Lend(workflow);

        await _clock.KeepGoing(ACycle.Id, Due, None);
        _time.Advance(TimeSpan.FromDays(1));
        await _clock.KeepGoing(ACycle.Id, Waiting, None);

        workflow.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_has_missed_its_event_is_woken()
    {
        await using var cycle = await ACycle.With(Waiting);
        using var lent = _durable.Lend(cycle.Client);
        await _clock.Wake(ACycle.Id, None);
        await cycle.WhenDone(1);

        _time.Advance(TimeSpan.FromMinutes(2));
        await _clock.KeepGoing(ACycle.Id, Due, None);

        await cycle.WhenDone(2);
    }

    /// <summary>One thing a minute, so that no message meant for the old one reaches the new one.</summary>
    [Fact]
    public async Task One_that_nothing_reaches_is_woken_then_ended_then_taken_away_and_started_again()
    {
        var deaf = new DeafWorkflow(_time.GetUtcNow());
        using var lent = _durable.Lend(deaf);
        for (var minute = 0; minute < 14; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await _clock.KeepGoing(ACycle.Id, Due, None);
            if (deaf.Asked.Contains("start"))
            {
                break;
            }
        }

        deaf.Asked.ShouldBe([.. Enumerable.Repeat("wake", 5), .. Enumerable.Repeat("end", 5), "purge", "start"]);
    }

    [Fact]
    public async Task One_that_an_operator_has_suspended_is_left_alone()
    {
        var suspended = new DeafWorkflow(_time.GetUtcNow()) { Status = OrchestrationRuntimeStatus.Suspended };
        using var lent = _durable.Lend(suspended);
        _time.Advance(TimeSpan.FromDays(1));

        await _clock.KeepGoing(ACycle.Id, Due, None);

        suspended.Asked.ShouldBeEmpty();
    }

    [Fact]
    public void Silence_is_judged_by_how_long_it_lasts()
    {
        var silent = new SilentWorkflows(_time);
        var sign = _time.GetUtcNow();

        silent.Judge(ACycle.Id, sign).ShouldBe(Silence.Short);
        _time.Advance(TimeSpan.FromMinutes(5));
        silent.Judge(ACycle.Id, sign).ShouldBe(Silence.Long);
        _time.Advance(TimeSpan.FromMinutes(5));
        silent.Judge(ACycle.Id, sign).ShouldBe(Silence.Final);
        silent.Judge(ACycle.Id, _time.GetUtcNow()).ShouldBe(Silence.Short, "it has done something");
    }

    [Fact]
    public async Task A_function_without_the_client_is_told_so()
    {
        (await Should.ThrowAsync<InvalidOperationException>(() => _clock.Wake(ACycle.Id, None))).Message.ShouldContain("[DurableClient]");
    }

    private async Task<string?> WakeWithin(string request)
    {
        using var span = Tracing.Begin(request);
        await _clock.Wake(ACycle.Id, None);
        return Tracing.Here;
    }

    private static Task<OrchestrationMetadata?> Status(ACycle cycle) => cycle.Client.GetInstanceAsync(ACycle.Instance, None);
}
