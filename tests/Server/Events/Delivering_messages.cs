using System.Collections.Concurrent;
using VksServerless.Application.Events;
using VksServerless.Server.Events;
using VksServerless.Server.Hosting;
using VksServerless.Server.Storage;
using VksServerless.Storage;
using VksServerless.Storage.Events;

namespace VksServerless.Server.Tests.Events;

public class Delivering_messages
{
    [Fact]
    public async Task Each_subscription_gets_the_subjects_that_it_takes_once()
    {
        await using var sample = await Sample.Started();
        await sample.Commit(Journal.Single(1), Journal.Bulk(2));
        await sample.Commit(Journal.Double(3));
        await sample.Commit(Journal.Double(3));
        await sample.Server.WhenQuiet();

        sample.Journal.Entries.Order().ShouldBe(["cycles 1", "difficulties 3", "notices 3", "totals 2"]);
        sample.Open().ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_is_committed_again_after_a_day_is_delivered_again()
    {
        await using var sample = await Sample.Started();
        await sample.Commit(Journal.Single(1));
        sample.Clock.Advance(TimeSpan.FromHours(23));
        await sample.Commit(Journal.Single(1));
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.Count.ShouldBe(1);

        sample.Clock.Advance(TimeSpan.FromHours(26));
        await sample.Commit(Journal.Single(1));
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_commit_that_is_refused_delivers_nothing()
    {
        await using var sample = await Sample.Started();
        await Should.ThrowAsync<RowConflictException>(() => sample.Rows.Commit(
            "p", [new RowWrite.Delete("missing", ETag.Of("0"))],
                [EventEnvelope.Write(Journal.Single(1))], default));
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.ShouldBeEmpty();

        await sample.Commit(Journal.Single(1));
        await sample.Server.WhenQuiet();
        sample.Journal.Entries.ShouldBe(["cycles 1"]);
    }

    [Fact]
    public async Task What_waits_together_is_delivered_in_one_batch()
    {
        var folder = Directory.CreateTempSubdirectory("vks-feed-");
        await using (var database = new SqliteDatabase(Path.Combine(folder.FullName, "vks.db")))
        {
            var rows = new SqliteRowStore(database, new DeliveryBell(), TimeProvider.System);
            foreach (var hundred in Enumerable.Range(0, 250).Chunk(100))
            {
                await rows.Commit("p", [],
                    [.. hundred.Select(number => EventEnvelope.Write(Journal.Bulk(number)))], default);
            }

            var faults = new DiskFaults("a test", Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
            var workload = new Workload();
            var feed = new DeliveryFeed(Subscriptions.Totals, database, workload, faults);
            using var stop = new CancellationTokenSource();
            feed.Ring();
            var fetching = feed.Run(stop.Token);
            while (workload.Count != 250)
            {
                await Task.Delay(1);
            }

            var batches = new List<int>();
            await foreach (var batch in feed.Batches(100, stop.Token))
            {
                batches.Add(batch.Count);
                if (batches.Sum() == 250)
                {
                    break;
                }
            }

            batches.ShouldBe([100, 100, 50]);
            await stop.CancelAsync();
            await fetching.ShouldThrowAsync<OperationCanceledException>();
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_passing_fault_costs_a_delivery_and_no_message()
    {
        await using var sample = await Sample.Started();
        var failed = new ConcurrentDictionary<string, bool>();
        sample.Journal.On = entry => failed.TryAdd(entry, true) ? throw new TimeoutException() : Task.CompletedTask;
        await sample.Commit(Enumerable.Range(0, 20).Select(Journal.Single));
        await sample.Server.Play(sample.Clock, sample.Clock.GetUtcNow().AddSeconds(2));

        sample.Journal.Entries.CountBy(entry => entry).ShouldAllBe(entry => entry.Value == 2);
        sample.Journal.Entries.Count.ShouldBe(40);
        (await sample.SetAside()).ShouldBeEmpty();
        sample.Open().ShouldBe(0);
    }

    [Fact]
    public async Task A_delivery_that_a_stop_interrupts_is_made_again()
    {
        await using var sample = await Sample.Started();
        var arrived = new TaskCompletionSource();
        sample.Journal.IsSlow = true;
        sample.Journal.On = _ =>
        {
            arrived.TrySetResult();
            return Task.CompletedTask;
        };
        await sample.Commit(Journal.Single(1));
        await arrived.Task;
        await sample.Server.DisposeAsync();
        sample.Journal.IsSlow = false;

        await sample.Start();
        await sample.Server.WhenQuiet();

        sample.Journal.Entries.ShouldBe(["cycles 1", "cycles 1"]);
        (await sample.SetAside()).ShouldBeEmpty();
        sample.Open().ShouldBe(0);
    }
}
