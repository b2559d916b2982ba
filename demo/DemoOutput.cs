using System.Diagnostics;
using System.Text;
using VksServerless.Forms;

namespace VksServerless.Demo;

/// <summary>What the demo prints in the end. The counts are those of the published report and of the real files.</summary>
/// <param name="Units">Expected to report; the exempt come on top.</param>
/// <param name="Explained">How many times a unit explained what was unusual.</param>
/// <param name="WorkflowSteps">How often the cycle was looked at or a step of it was done: next to nothing for each unit.</param>
internal sealed record DemoResult(
    string Form, int Units, int OnTime, int Late, int Missing, int Returned, int Explained, int Exempt, int Mails,
        double Seconds, string Publication,
    int WorkflowSteps, decimal WorkflowStepsPerUnit);

/// <summary>Writes what came of the demo: files to look at and to check, figures for the line that is printed.</summary>
internal sealed class DemoOutput(
    IDoor door, ApiClient api, Centre centre, string cycle, Form form, int units, string folder)
{
    public async Task<DemoResult> Gather(StepRunner runner, Stopwatch watch, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var publications = (await api.Get("leader-1", $"api/cycles/{cycle}/publications", cancellation)).Json;
        if (publications.GetArrayLength() != 1)
        {
            throw new DemoFailedException($"One publication was to be expected; there are {publications.GetArrayLength()}.");
        }

        await File.WriteAllBytesAsync(
            Path.Combine(folder, "cycle.json"), (await api.Get("centre", $"api/cycles/{cycle}", cancellation)).Body, cancellation);
        var publication = await api.Get("leader-1", $"api/cycles/{cycle}/publications/1", cancellation);
        await File.WriteAllBytesAsync(Path.Combine(folder, "publication.json"), publication.Body, cancellation);
        var page = await api.Get("leader-1", $"api/cycles/{cycle}/publications/1/page", cancellation);
        await File.WriteAllBytesAsync(Path.Combine(folder, "publication.html"), page.Body, cancellation);
        var accepted = await centre.All($"api/cycles/{cycle}/accepted?size=200", cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "submissions.ndjson"), string.Concat(accepted.Select(line => line.GetRawText() + "\n")),
            new UTF8Encoding(false), cancellation);
        var mails = await Mails(cancellation);
        await door.WriteOperations(new DirectoryInfo(folder), cancellation);

        var completeness = publication.Json.GetProperty("report").GetProperty("completeness");
        int Count(string name) => completeness.GetProperty(name).GetInt32();
        if (Count("expected") != units)
        {
            throw new DemoFailedException($"{units} units were to report; the publication says {Count("expected")}.");
        }

        var steps = await door.StepsOf(cycle, cancellation);
        return new DemoResult(
            form.Ref.ToString(), Count("expected"), Count("onTime"), Count("late"), Count("missing"),
            runner.Returned, runner.Explained, Count("exempt"), mails,
            Math.Round(watch.Elapsed.TotalSeconds, 1), publication.Json.GetProperty("number").GetString()!, steps,
            decimal.Round((decimal)steps / Count("expected"), 4));
    }

    /// <summary>Copies the mails, and holds them against the log.</summary>
    private async Task<int> Mails(CancellationToken cancellation)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "mails"));
        foreach (var old in target.EnumerateFiles("*.eml"))
        {
            old.Delete();
        }

        var copied = await door.CopyMails(cycle, target, cancellation);
        var logged = await centre.All($"api/mails?cycle={cycle}&size=1000", cancellation);
        var unsent = logged.Count(mail => !mail.TryGetProperty("sentAt", out _));
        return unsent == 0 && logged.Count == copied
            ? copied
            : throw new DemoFailedException($"{logged.Count} mails are logged, {unsent} of them not sent; {copied} were delivered.");
    }
}
