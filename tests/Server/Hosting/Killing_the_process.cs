using System.Diagnostics;
using VksServerless.Application.Events;
using VksServerless.Server.Access;
using VksServerless.Server.Clock;
using VksServerless.Server.Hosting;
using VksServerless.Server.Storage;

namespace VksServerless.Server.Tests.Hosting;

/// <summary>A server in a process of its own, killed in the middle of its work.</summary>
public class Killing_the_process
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(25)]
    public async Task Whatever_was_accepted_is_done_by_the_next_one(int killedAfter)
    {
        var later = new SimulatedClock(TimeProvider.System.GetUtcNow().AddMinutes(1));
        await using var sample = new Sample { HasOwnListeners = true, Clock = later };
        var accepted = new List<string>();
        using (var process = Run(typeof(Sample).Assembly.Location, sample.Folder))
        {
            using var http = new HttpClient { BaseAddress = await Address(process) };
            using var issuer = new SampleIssuer(sample.Folder, TimeProvider.System);
            var cycle = new ACycle(http, issuer.TokenFor(ACycle.Centre));
            var requests = Enumerable.Range(0, 40).Select(
                number => cycle.Start($"cycle-{number:0000}", TimeProvider.System.GetUtcNow())).ToList();
            await foreach (var request in Task.WhenEach(requests))
            {
                if (await request is { } id)
                {
                    accepted.Add(id);
                    if (accepted.Count == killedAfter)
                    {
                        process.Kill();
                    }
                }
            }

            await process.WaitForExitAsync();
        }

        accepted.Count.ShouldBeGreaterThanOrEqualTo(killedAfter);
        await sample.Start();
        await sample.Server.WhenQuiet();

        using var client = new HttpClient { BaseAddress = sample.Server.Address };
        var after = ACycle.At(sample.Server, client);
        foreach (var id in accepted)
        {
            (await after.Phase(id)).ShouldBe("open");
            (await after.Mails(id)).ShouldBe(["UnitObliged"]);
        }
    }

    [Fact]
    public async Task A_message_that_ends_the_process_is_set_aside_in_the_end()
    {
        await using var sample = new Sample();
        await sample.Start();
        await sample.Server.DisposeAsync();
        await Put(sample.Folder, begun: 8, Journal.Single(Program.Deadly));
        await Put(sample.Folder, begun: 0, Journal.Single(1));
        for (var death = 0; death < 2; death++)
        {
            using var process = Run(typeof(Sample).Assembly.Location, sample.Folder, "dies");
            await process.WaitForExitAsync();
            process.ExitCode.ShouldNotBe(0);
        }

        await sample.Start();
        await sample.Server.WhenQuiet();

        var letter = (await sample.SetAside()).ShouldHaveSingleItem();
        (letter.Reason, letter.Attempts).ShouldBe(("The process ended during every delivery", 10));
        sample.Journal.Entries.ShouldNotContain($"cycles {Program.Deadly}");
        sample.Open().ShouldBe(0);
    }

    [Fact]
    public async Task A_process_that_is_asked_to_end_ends_in_good_order()
    {
        await using var sample = new Sample { HasOwnListeners = true };
        using var process = Run(typeof(Sample).Assembly.Location, sample.Folder);
        using var http = new HttpClient { BaseAddress = await Address(process) };
        using var issuer = new SampleIssuer(sample.Folder, TimeProvider.System);
        (await new ACycle(http, issuer.TokenFor(ACycle.Centre)).Start("cycle-last", TimeProvider.System.GetUtcNow())).ShouldNotBeNull();

        using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));

        process.ExitCode.ShouldBe(0);
        File.Exists(Path.Combine(sample.Folder, "vks.db-wal")).ShouldBeFalse("the database was closed");
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_ends_with_a_clear_word()
    {
        await using var sample = await Sample.Started();
        using var process = Run(typeof(ReportingServer).Assembly.Location, "serve", "--sample-people", "--data", sample.Folder, "--port", "0");
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(2);
        said.ShouldContain("Another server is running on");
    }

    private static async Task Put(string folder, int begun, ReportingEvent happened)
    {
        await using var database = new SqliteDatabase(Path.Combine(folder, "vks.db"));
        await database.Write(session => session.Run(
            "insert into deliveries(subscription, id, body, begun) values ('cycles', ?1, ?2, ?3)", happened.Id, EventJson.Write(
                happened).ToArray(), begun));
    }

    private static Process Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task<Uri> Address(Process process) => await process.StandardOutput.ReadLineAsync() is { } line
        ? new Uri(line)
        : throw new InvalidOperationException($"The process ended: {await process.StandardError.ReadToEndAsync()}");
}
