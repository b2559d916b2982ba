using System.Diagnostics;
using System.Net;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Local.Host;
using VksServerless.Storage;

namespace VksServerless.Local.Tests;

/// <summary>The command as it is run, on the sample application, killed in the middle of its work.</summary>
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
        using (var process = Start(sample.Folder))
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
    public async Task A_second_process_on_the_same_folder_ends_with_a_clear_word()
    {
        await using var sample = await Sample.Started();
        using var process = Start(sample.Folder);
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(2);
        said.ShouldContain("Another host is running on");
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [typeof(LocalHost).Assembly.Location, "--app", typeof(SampleApp.Journal).Assembly.Location, "--data", folder, "--port", "0"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task<Uri> Address(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("VksServerless: ", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return new Uri(line["VksServerless: ".Length..]);
            }
        }

        throw new InvalidOperationException($"The process ended: {await process.StandardError.ReadToEndAsync()}");
    }

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
