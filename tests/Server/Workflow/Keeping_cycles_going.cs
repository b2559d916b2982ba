using Microsoft.Extensions.DependencyInjection;
using VksServerless.Cycles;
using VksServerless.Server.Workflow;
using VksServerless.Storage;

namespace VksServerless.Server.Tests.Workflow;

public class Keeping_cycles_going
{
    [Fact]
    public async Task A_cycle_that_nothing_wakes_is_found_within_a_minute()
    {
        await using var sample = new Sample { HasOwnListeners = true };
        await sample.Start();
        using var http = new HttpClient { BaseAddress = sample.Server.Address };
        var id = CycleId.Of((await ACycle.At(sample.Server, http).Start("cycle-0001", sample.Clock.GetUtcNow())).ShouldNotBeNull());
        await sample.Server.WhenQuiet();
        var clock = sample.Server.Services.GetRequiredService<CycleClock>();
        clock.Knows(id).ShouldBeTrue();

        clock.Forget(id);
        await sample.Server.Play(sample.Clock, sample.Clock.GetUtcNow().AddMinutes(1));

        clock.Knows(id).ShouldBeTrue();
        clock.NextDue.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_process_that_begins_goes_on_with_every_cycle_under_way()
    {
        await using var sample = new Sample { HasOwnListeners = true };
        await sample.Start();
        string id;
        using (var http = new HttpClient { BaseAddress = sample.Server.Address })
        {
            id = (await ACycle.At(sample.Server, http).Start("cycle-0001", sample.Clock.GetUtcNow())).ShouldNotBeNull();
        }

        await sample.Server.WhenQuiet();
        await sample.Server.DisposeAsync();
        sample.Clock.Set(sample.Clock.GetUtcNow().AddDays(30));
        await sample.Start();
        await sample.Server.WhenQuiet();

        using var client = new HttpClient { BaseAddress = sample.Server.Address };
        (await ACycle.At(sample.Server, client).Phase(id)).ShouldBe("awaiting-approval");
    }

    [Fact]
    public async Task A_step_that_fails_is_tried_again_a_little_later_each_time()
    {
        var failing = new FailingCycles();
        await using var sample = new Sample { HasOwnListeners = true, Configure = failing.Decorate };
        await sample.Start();
        using var http = new HttpClient { BaseAddress = sample.Server.Address };
        var id = (await ACycle.At(sample.Server, http).Start("cycle-0001", sample.Clock.GetUtcNow())).ShouldNotBeNull();
        await sample.Server.WhenQuiet();
        var clock = sample.Server.Services.GetRequiredService<CycleClock>();

        failing.Fails = true;
        await clock.Wake(CycleId.Of(id), default);
        await sample.Server.WhenQuiet();
        var waits = new List<double>();
        for (var times = 0; times < 12; times++)
        {
            waits.Add((clock.NextDue!.Value - sample.Clock.GetUtcNow()).TotalSeconds);
            sample.Clock.Set(clock.NextDue.Value);
            clock.CheckTimers();
            await sample.Server.Services.GetRequiredService<VksServerless.Server.Hosting.Workload>().WhenIdle();
        }

        waits.ShouldBe([2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600]);
        failing.Fails = false;
        sample.Clock.Set(clock.NextDue!.Value);
        clock.CheckTimers();
        await sample.Server.Services.GetRequiredService<VksServerless.Server.Hosting.Workload>().WhenIdle();
        (clock.NextDue!.Value - sample.Clock.GetUtcNow()).ShouldBeGreaterThan(TimeSpan.FromDays(1));
    }

    /// <summary>The cycles' own rows cannot be read, while it fails.</summary>
    private sealed class FailingCycles
    {
        public bool Fails { get; set; }

        public void Decorate(IServiceCollection services) => services.AddSingleton<IRowStore>(provider =>
            new Store(this, ActivatorUtilities.CreateInstance<VksServerless.Server.Storage.SqliteRowStore>(provider)));

        private sealed class Store(FailingCycles failing, IRowStore inner) : IRowStore
        {
            public Task<Row?> Find(string partition, string key, CancellationToken cancellation) =>
                failing.Fails && key == "cycle" ? throw new IOException("The disk fails.") : inner.Find(partition, key, cancellation);

            public Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation) =>
                inner.List(partition, keyPrefix, cancellation);

            public Task<IReadOnlyList<Row>> First(
                string partition, string keyPrefix, string? after, int most, CancellationToken cancellation) =>
                inner.First(partition, keyPrefix, after, most, cancellation);

            public Task<RowPage> Scan(
                string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation) =>
                inner.Scan(partitionPrefix, keyPrefix, size, continuation, cancellation);

            public Task<IReadOnlyDictionary<string, ETag>> Commit(
                string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation) =>
                inner.Commit(partition, writes, messages, cancellation);
        }
    }
}
