using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Notices;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.Server.Hosting;
using VksServerless.Server.Workflow;

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
internal sealed partial class DemoOutput(
    ReportingServer server, ApiClient api, Centre centre, string cycle, Form form, int units, string folder)
{
    public async Task<DemoResult> Gather(string mailFolder, StepRunner runner, Stopwatch watch, CancellationToken cancellation)
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
        var mails = await Mails(mailFolder, cancellation);

        var completeness = publication.Json.GetProperty("report").GetProperty("completeness");
        int Count(string name) => completeness.GetProperty(name).GetInt32();
        if (Count("expected") != units)
        {
            throw new DemoFailedException($"{units} units were to report; the publication says {Count("expected")}.");
        }

        var steps = server.Services.GetRequiredService<CycleClock>().StepsOf(CycleId.Of(cycle));
        return new DemoResult(
            form.Ref.ToString(), Count("expected"), Count("onTime"), Count("late"), Count("missing"),
            runner.Returned, runner.Explained, Count("exempt"), mails,
            Math.Round(watch.Elapsed.TotalSeconds, 1), publication.Json.GetProperty("number").GetString()!, steps,
            decimal.Round((decimal)steps / Count("expected"), 4));
    }

    /// <summary>Copies the mails under names that tell of whom and of what they are, and holds them against the log.</summary>
    private async Task<int> Mails(string delivered, CancellationToken cancellation)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "mails"));
        foreach (var old in target.EnumerateFiles("*.eml"))
        {
            old.Delete();
        }

        var sent = await SentAt(cancellation);
        var copied = 0;
        foreach (var file in Directory.EnumerateFiles(delivered, "*.eml"))
        {
            var key = File.ReadLines(file).First(
                line => line.StartsWith("X-Vks-Key: ", StringComparison.OrdinalIgnoreCase))["X-Vks-Key: ".Length..];
            if (!sent.TryGetValue(key, out var at))
            {
                continue;
            }

            var name = key[(cycle.Length + 1)..];
            var text = SendingDate().Replace(await File.ReadAllTextAsync(file, cancellation), string.Create(
                CultureInfo.InvariantCulture, $"Date: {at:ddd, dd MMM yyyy HH:mm:ss} +0700\r"), 1);
            await using var copy = new StreamWriter(
                Path.Combine(target.FullName, $"{name}.eml"),
                new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write });
            await copy.WriteAsync(text);
            copied++;
        }

        var logged = await centre.All($"api/mails?cycle={cycle}&size=1000", cancellation);
        var unsent = logged.Count(mail => !mail.TryGetProperty("sentAt", out _));
        return unsent == 0 && logged.Count == copied
            ? copied
            : throw new DemoFailedException($"{logged.Count} mails are logged, {unsent} of them not sent; {copied} were delivered.");
    }

    /// <summary>By key, in Vietnam: a mail that was written again after a fault has another instant than the log.</summary>
    private async Task<Dictionary<string, DateTime>> SentAt(CancellationToken cancellation)
    {
        var log = server.Services.GetRequiredService<IMailLog>();
        var sent = new Dictionary<string, DateTime>();
        string? continuation = null;
        do
        {
            var page = await log.List(MailFile.Of(CycleId.Of(cycle)), 1000, continuation, cancellation);
            foreach (var mail in page.Items)
            {
                sent[mail.Mail.Key] = (mail.SentAt ?? mail.RecordedAt).ToOffset(VietnamTime.Offset).DateTime;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
        return sent;
    }

    [GeneratedRegex("^Date: [^\r\n]*\r?", RegexOptions.Multiline)]
    private static partial Regex SendingDate();
}
