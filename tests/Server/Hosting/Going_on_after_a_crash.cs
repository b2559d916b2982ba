using VksServerless.Server.Clock;

namespace VksServerless.Server.Tests.Hosting;

/// <summary>
/// A copy of the database as it was on the disk after each single commit: what a power cut at that instant would have left.
/// A new server on each copy must come to the same end.
/// </summary>
public class Going_on_after_a_crash
{
    [Fact]
    public async Task From_every_single_commit_a_cycle_comes_to_the_same_end()
    {
        await using var sample = new Sample { HasOwnListeners = true };
        await sample.Start();
        await sample.Server.WhenQuiet();
        using var copies = new Copies(sample);
        var expected = await Played(sample);
        await sample.Server.WhenQuiet();
        var began = new DateTimeOffset(2026, 3, 1, 0, 30, 0, TimeSpan.Zero);
        await sample.Server.DisposeAsync();

        expected.ShouldBe("awaiting-approval ReminderDue,ReportLaidBefore,UnitObliged");
        copies.Folders.Count.ShouldBeGreaterThan(12);
        foreach (var folder in copies.Folders)
        {
            await using var after = new Sample(folder) { HasOwnListeners = true, Clock = new SimulatedClock(began) };
            await after.Start();
            (await Played(after)).ShouldBe(expected, folder);
            after.Open().ShouldBe(0, folder);
        }
    }

    [Fact]
    public async Task From_every_single_commit_every_message_is_delivered_and_none_is_left()
    {
        await using var sample = await Sample.Started();
        await sample.Server.WhenQuiet();
        using var copies = new Copies(sample);
        var sent = Enumerable.Range(0, 5).Select(Journal.Single).ToList();
        await sample.Commit(sent);
        await sample.Server.WhenQuiet();
        await sample.Server.DisposeAsync();
        var before = sample.Journal.Entries;

        copies.Folders.ShouldNotBeEmpty();
        foreach (var folder in copies.Folders)
        {
            await using var after = new Sample(folder);
            await after.Start();
            await after.Server.WhenQuiet();

            // Committed again, as a caller that got no answer does: what was accepted before is not delivered twice.
            await after.Commit(sent);
            await after.Server.WhenQuiet();
            before.Concat(after.Journal.Entries).Distinct().Order().ShouldBe(["cycles 0", "cycles 1", "cycles 2", "cycles 3", "cycles 4"]);
            after.Journal.Entries.ShouldBeUnique();
            after.Open().ShouldBe(0);
        }
    }

    private static async Task<string> Played(Sample sample)
    {
        using var http = new HttpClient { BaseAddress = sample.Server.Address };
        var began = new DateTimeOffset(2026, 3, 1, 0, 30, 0, TimeSpan.Zero);
        var id = (await ACycle.At(sample.Server, http).Start("cycle-0001", began)).ShouldNotBeNull();
        await sample.Server.Play(sample.Clock, began.AddDays(30));
        var cycle = ACycle.At(sample.Server, http);
        return $"{await cycle.Phase(id)} {string.Join(',', await cycle.Mails(id))}";
    }

    private sealed class Copies : IDisposable
    {
        private readonly string _root = Directory.CreateTempSubdirectory("vks-copies-").FullName;
        private readonly List<string> _folders = [];

        public Copies(Sample sample)
        {
            // On the writer's thread, so that nothing is written meanwhile. The shared-memory file is not needed: it is made again.
            sample.Database.Committed = () =>
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
