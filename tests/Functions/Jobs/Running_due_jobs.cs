using Microsoft.Extensions.Time.Testing;
using VksServerless.Application.Jobs;
using VksServerless.Azure.Jobs;

namespace VksServerless.Functions.Tests.Jobs;

public class Running_due_jobs
{
    private static readonly DateTimeOffset Midnight = new(2026, 12, 1, 0, 0, 0, VietnamTime.Offset);

    private readonly FakeTimeProvider _time = new(Midnight);
    private readonly Counted _minute = new(Cadence.EveryMinute);
    private readonly Counted _morning = new(Cadence.EveryMorning);
    private readonly RowsInMemory _rows = new();

    [Fact]
    public async Task Those_of_the_morning_run_once_a_day_at_eight()
    {
        await Run();
        (_minute.Runs, _morning.Runs).ShouldBe((1, 0), "an app that never ran has nothing to make up for");
        var ran = new List<DateTimeOffset>();
        for (var runs = _morning.Runs; _time.GetUtcNow() < Midnight.AddDays(2); runs = _morning.Runs)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Run();
            if (_morning.Runs > runs)
            {
                ran.Add(_time.GetUtcNow());
            }
        }

        ran.ShouldBe([Midnight.AddHours(8), Midnight.AddDays(1).AddHours(8)]);
        _minute.Runs.ShouldBe(1 + 2 * 24 * 60);
    }

    [Fact]
    public async Task Mornings_that_were_missed_are_made_up_for_once()
    {
        await Run();
        _time.Advance(TimeSpan.FromDays(5));
        await Run();
        await Run();

        _morning.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task A_job_of_the_minute_that_fails_does_not_hold_up_those_of_the_morning()
    {
        await UntilMorning();
        _minute.On = () => throw new InvalidOperationException("no");

        var fault = await Should.ThrowAsync<AggregateException>(Run);

        fault.InnerExceptions.ShouldHaveSingleItem().ShouldBeOfType<JobFailedException>();
        _morning.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task Those_of_the_morning_that_fail_run_again_the_next_morning()
    {
        await UntilMorning();
        _morning.On = () => throw new InvalidOperationException("no");
        await Should.ThrowAsync<AggregateException>(Run);
        await Run();
        (_minute.Runs, _morning.Runs).ShouldBe((3, 1));
        _time.Advance(TimeSpan.FromDays(1));
        await Should.ThrowAsync<AggregateException>(Run);

        _morning.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task A_host_that_stops_on_the_way_leaves_the_morning_to_the_next()
    {
        await UntilMorning();
        using var stopping = new CancellationTokenSource();
        _morning.On = () => stopping.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Due().Execute(stopping.Token));
        _morning.On = () => Task.CompletedTask;
        await Run();
        await Run();

        _morning.Runs.ShouldBe(2);
        _rows.All.ShouldHaveSingleItem().Partition.ShouldBe(RunDueJobs.Partition);
    }

    [Theory]
    [InlineData("2026-12-01T00:59:59Z", "2026-11-30T01:00:00Z")]
    [InlineData("2026-12-01T01:00:00Z", "2026-12-01T01:00:00Z")]
    [InlineData("2026-12-01T23:00:00Z", "2026-12-01T01:00:00Z")]
    public void The_last_morning_is_that_of_the_schedule(string now, string last) =>
        Schedules.LastMorning(DateTimeOffset.Parse(now, null)).ShouldBe(DateTimeOffset.Parse(last, null));

    private async Task UntilMorning()
    {
        await Run();
        _time.SetUtcNow(Midnight.AddHours(8));
    }

    private Task Run() => Due().Execute(CancellationToken.None);

    private RunDueJobs Due() => new(new RunJobs([_minute, _morning]), _rows, _time);

    private sealed class Counted(Cadence cadence) : IJob
    {
        public Func<Task> On { get; set; } = () => Task.CompletedTask;

        public int Runs { get; private set; }

        public Cadence Cadence => cadence;

        public Task Run(CancellationToken cancellation)
        {
            Runs++;
            return On();
        }
    }
}
