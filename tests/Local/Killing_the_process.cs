using System.Diagnostics;
using System.Net;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Local.Host;
using VksServerless.Storage;

namespace VksServerless.Local.Tests;

/// <summary>A host in a process of its own, killed in the middle of its work.</summary>
public class Killing_the_process
{
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(60)]
    public async Task Whatever_was_accepted_is_done_by_the_next_one(int killedAfter)
    {
        await using var sample = new Sample();
        var accepted = new List<string>();
        using (var process = Run(typeof(Sample).Assembly.Location, sample.Folder))
        {
            using var http = new HttpClient { BaseAddress = await Address(process) };
            var requests = Enumerable.Range(0, 80).Select(n => Take(http, $"w{n}")).ToList();
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
        await sample.Host.WhenQuiet();

        var rows = sample.Host.Services.GetRequiredService<IRowStore>();
        var done = (await rows.List("done", "", CancellationToken.None)).Select(row => row.Key).ToHashSet();
        foreach (var id in accepted)
        {
            (await rows.Find("accepted", id, CancellationToken.None)).ShouldNotBeNull();
            new[] { $"first-{id}", $"second-{id}", $"message-{id}" }.ShouldBeSubsetOf(done);
            (await sample.Durable.GetInstanceAsync(id))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        }
    }

    [Fact]
    public async Task A_process_that_is_asked_to_end_ends_in_good_order()
    {
        await using var sample = new Sample();
        using var process = Run(typeof(Sample).Assembly.Location, sample.Folder);
        using var http = new HttpClient { BaseAddress = await Address(process) };
        (await Take(http, "last")).ShouldBe("last");

        using var signal = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_ends_with_a_clear_word()
    {
        await using var sample = await Sample.Started();
        using var process = Run(
            typeof(LocalHost).Assembly.Location, "serve", "--app", typeof(SampleApp.Journal).Assembly.Location, "--data", sample.Folder, "--port", "0");
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(2);
        said.ShouldContain("Another host is running on");
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

    private static async Task<string?> Take(HttpClient http, string id)
    {
        try
        {
            using var response = await http.PostAsync($"/api/work/{id}", null);
            return response.StatusCode == HttpStatusCode.Accepted ? id : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
