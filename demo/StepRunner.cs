using System.Collections.Concurrent;
using VksServerless.Application.Reports;
using VksServerless.Figures;
using VksServerless.Reports;

namespace VksServerless.Demo;

/// <summary>Does the steps: units draft, hand in, explain; superiors return and accept the version that they have read.</summary>
internal sealed class StepRunner(ApiClient api, string cycle, AnswerBank answers, int seed)
{
    private readonly ConcurrentDictionary<DemoUnit, int> _versions = [];
    private readonly SampleFiles _files = new(api, cycle);
    private int _returned;
    private int _explained;

    /// <summary>How many reports were returned.</summary>
    public int Returned => _returned;

    /// <summary>How many times a unit explained what was unusual.</summary>
    public int Explained => _explained;

    public Task Do(DemoStep step, CancellationToken cancellation) => step.Kind switch
    {
        StepKind.Draft => Draft(step.Unit, cancellation),
        StepKind.Submit => Submit(step.Unit, spoilt: true, cancellation),
        StepKind.Resubmit => Submit(step.Unit, spoilt: false, cancellation),
        StepKind.Return => Return(step, cancellation),
        _ => api.Post(step.Unit.Judge, $"{Report(step.Unit)}/accept", new { Version = _versions[step.Unit] }, null, cancellation),
    };

    /// <summary>Half of the answers, to go on with tomorrow.</summary>
    private async Task Draft(DemoUnit unit, CancellationToken cancellation)
    {
        var all = answers.Content(unit, spoilt: true).Answers.ByField;
        var half = new ReportContent(
            new Answers(all.Take(all.Count / 2).Where(answer => answer.Value is not Answer.Files).ToDictionary()), []);
        var request = ApiClient.Json(HttpMethod.Put, $"{Report(unit)}/draft", ReportJson.Write(half));
        request.Headers.Add("If-None-Match", "*");
        await api.Send(Writer(unit), request, cancellation);
    }

    private async Task Submit(DemoUnit unit, bool spoilt, CancellationToken cancellation)
    {
        var person = Writer(unit);
        var content = await _files.With(answers.Content(unit, spoilt), unit, person, cancellation);
        var receipt = await HandIn(unit, person, content, cancellation);
        _versions[unit] = receipt.Json.GetProperty("version").GetInt32();
    }

    /// <summary>Where the head signs, or a software writes, the report is presented to him, and he signs what he has read.</summary>
    private async Task<Answered> HandIn(DemoUnit unit, string person, ReportContent content, CancellationToken cancellation)
    {
        if (!answers.Form.SignOff && DemoCycle.SoftwareOf(answers.Form) is null)
        {
            return (await Send(unit, person, content, "submit", cancellation)).OrThrow();
        }

        (await Send(unit, person, content, "present", cancellation)).OrThrow();
        var head = $"head-{unit.Code}";
        var read = await api.Get(head, $"{Report(unit)}/presented", cancellation);
        return await api.Post(head, $"{Report(unit)}/sign", new { Sha256 = read.ETag }, Key(unit, "sign"), cancellation);
    }

    /// <summary>What the application calls unusual is explained, and sent once more.</summary>
    private async Task<Answered> Send(DemoUnit unit, string person, ReportContent content, string action, CancellationToken cancellation)
    {
        var sent = await api.Ask(person, Request(), cancellation);
        if (sent.Unexplained() is { Count: > 0 } rules)
        {
            Interlocked.Increment(ref _explained);
            content = content with
            {
                Explanations = [.. rules.Select(rule => new Explanation(rule, SampleExplanations.Of(unit, rule, seed), ""))],
            };
            sent = await api.Ask(person, Request(), cancellation);
        }

        return sent;

        HttpRequestMessage Request() =>
            ApiClient.Json(HttpMethod.Post, $"{Report(unit)}/{action}", ReportJson.Write(content), Key(unit, action));
    }

    /// <summary>With a week to answer.</summary>
    private async Task Return(DemoStep step, CancellationToken cancellation)
    {
        var unit = step.Unit;

        // No field is named, for the others would be locked: the sample units draw all of their figures again.
        var body = new { Version = _versions[unit], unit.Mistake!.Reason, DueAt = step.At.AddDays(7) };
        await api.Post(unit.Judge, $"{Report(unit)}/return", body, null, cancellation);
        Interlocked.Increment(ref _returned);
    }

    /// <summary>Who writes the unit's report, always the same: a software where there is one for it, else people.</summary>
    private string Writer(DemoUnit unit) =>
        DemoCycle.SoftwareOf(answers.Form) ?? (answers.Form.SignOff || DemoUnit.Chances(seed, unit.Code, Seeds.Writer).NextDouble() < 0.7
            ? $"reporter-{unit.Code}" : $"head-{unit.Code}");

    private string Key(DemoUnit unit, string action) => $"{unit.Code}-{action}-{_versions.GetValueOrDefault(unit) + 1}";

    private string Report(DemoUnit unit) => $"api/cycles/{cycle}/reports/{unit.Code}";
}
