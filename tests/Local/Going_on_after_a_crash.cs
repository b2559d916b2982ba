using Azure.Messaging.ServiceBus;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Local.Storage;

namespace VksServerless.Local.Tests;

/// <summary>
/// A copy of the database as it was on the disk after each single commit: what a power cut at that instant would have left.
/// A new host on each copy must come to the same end.
/// </summary>
public class Going_on_after_a_crash
{
    [Fact]
    public async Task From_every_single_commit_an_orchestration_comes_to_the_same_result()
    {
        await using var sample = await Sample.Started();
        using var copies = new Copies(sample);
        await sample.Durable.ScheduleNewOrchestrationInstanceAsync("Journey", 4, new StartOrchestrationOptions("one"));
        await sample.Host.Play(sample.Clock, sample.Clock.GetUtcNow().AddHours(1));
        await sample.Durable.RaiseEventAsync("one", "word", "go");
        var expected = await sample.Output("one");
        await sample.Host.WhenQuiet();
        var now = sample.Clock.GetUtcNow();
        await sample.Host.DisposeAsync();

        copies.Folders.Count.ShouldBeGreaterThan(12);
        foreach (var folder in copies.Folders)
        {
            await using var after = new Sample(folder) { Clock = new Clock.SimulatedClock(now) };
            await after.Start();
            if (await after.Durable.GetInstanceAsync("one") is null)
            {
                await after.Durable.ScheduleNewOrchestrationInstanceAsync("Journey", 4, new StartOrchestrationOptions("one"));
            }

            await after.Host.Play(after.Clock, now.AddHours(1));
            await after.Durable.RaiseEventAsync("one", "word", "go");
            (await after.Output("one")).ShouldBe(expected, folder);
            await after.Host.WhenQuiet();
        }
    }

    [Fact]
    public async Task From_every_single_commit_every_message_is_delivered_and_none_is_left()
    {
        await using var sample = await Sample.Started();
        using var copies = new Copies(sample);
        var sender = sample.Host.Services.GetRequiredService<ServiceBusClient>().CreateSender("events");
        var sent = Enumerable.Range(0, 5).Select(n => new ServiceBusMessage($"m{n}") { MessageId = $"m{n}", Subject = "single" }).ToList();
        await sender.SendMessagesAsync(sent);
        await sample.Host.WhenQuiet();
        await sample.Host.DisposeAsync();
        var before = sample.Journal.Entries.Select(Body).ToList();

        foreach (var folder in copies.Folders)
        {
            await using var after = new Sample(folder);
            await after.Start();
            await after.Host.WhenQuiet();

            // Sent again, as the outbox does after a crash: what was accepted before is not accepted twice.
            await after.Host.Services.GetRequiredService<ServiceBusClient>().CreateSender("events").SendMessagesAsync(sent);
            await after.Host.WhenQuiet();
            before.Concat(after.Journal.Entries.Select(Body)).Distinct().Order().ShouldBe(["m0", "m1", "m2", "m3", "m4"]);
            after.Journal.Entries.Select(Body).ShouldBeUnique();
        }
    }

    private static string Body(string entry) => entry.Split(' ')[2];

    private sealed class Copies : IDisposable
    {
        private readonly string _root = Directory.CreateTempSubdirectory("vks-copies-").FullName;
        private readonly List<string> _folders = [];

        public Copies(Sample sample)
        {
            // On the writer's thread, so that nothing is written meanwhile. The shared-memory file is not needed: it is made anew.
            sample.Host.Services.GetRequiredService<SqliteDatabase>().Committed = () =>
            {
                var folder = Directory.CreateDirectory(Path.Combine(_root, $"{_folders.Count:D3}")).FullName;
                foreach (var file in new[] { "vks.db", "vks.db-wal" })
                {
                    File.Copy(Path.Combine(sample.Folder, file), Path.Combine(folder, file));
                }

                _folders.Add(folder);
            };
        }

        public List<string> Folders => _folders;

        public void Dispose() => Directory.Delete(_root, recursive: true);
    }
}
