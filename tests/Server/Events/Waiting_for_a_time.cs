namespace VksServerless.Server.Tests.Events;

/// <summary>What has failed comes again when the clock is there and not before, in whatever process.</summary>
public class Waiting_for_a_time
{
    [Fact]
    public async Task It_is_delivered_when_the_clock_is_there_and_not_before()
    {
        await using var sample = await Sample.Started();
        var due = await FailedOnce(sample, 1);
        await sample.Commit(Journal.Single(2));
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.ShouldBe(["cycles 1", "cycles 2"]);
        sample.Server.NextTimer.ShouldBe(due);

        sample.Clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.Count.ShouldBe(2);

        sample.Clock.Advance(TimeSpan.FromTicks(1));
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.ShouldBe(["cycles 1", "cycles 2", "cycles 1"]);
        sample.Server.NextTimer.ShouldBeNull();
    }

    [Fact]
    public async Task It_outlives_the_process()
    {
        await using var sample = await Sample.Started();
        await FailedOnce(sample, 1);
        sample.Clock.Advance(TimeSpan.FromSeconds(1));
        await FailedOnce(sample, 2);
        await sample.Restart();
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.Count.ShouldBe(2);

        sample.Clock.Advance(TimeSpan.FromSeconds(1));
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.Skip(2).ShouldBe(["cycles 1"]);
        await sample.Server.DisposeAsync();
        sample.Clock.Advance(TimeSpan.FromMinutes(2));

        await sample.Start();
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.Skip(2).ShouldBe(["cycles 1", "cycles 2"]);
        await sample.Restart();
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Each_fault_doubles_the_wait_up_to_a_minute()
    {
        await using var sample = await Sample.Started();
        sample.Journal.On = _ => throw new TimeoutException();
        await sample.Commit(Journal.Single(1));
        await sample.Server.WhenQuiet();
        var waits = new List<double>();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            waits.Add((sample.Server.NextTimer!.Value - sample.Clock.GetUtcNow()).TotalSeconds);
            sample.Clock.Advance(sample.Server.NextTimer.Value);
            await sample.Server.WhenQuiet();
        }

        waits.ShouldBe([2, 4, 8, 16, 32, 60, 60, 60]);
        sample.Journal.Entries.Count.ShouldBe(9);
    }

    private static async Task<DateTimeOffset> FailedOnce(Sample sample, int number)
    {
        sample.Journal.On = _ => throw new TimeoutException();
        await sample.Commit(Journal.Single(number));
        await sample.Server.WhenQuiet();
        sample.Journal.On = _ => Task.CompletedTask;
        return sample.Clock.GetUtcNow().AddSeconds(2);
    }
}
