using System.Collections.Concurrent;
using VksServerless.Submissions;

namespace VksServerless.Local.Demo;

/// <summary>Plays scenes: units draft, hand in, explain; superiors return and accept the version that they have read.</summary>
internal sealed class Stage(ApiClient api, string cycle, AnswerBank answers, int seed)
{
    private readonly ConcurrentDictionary<Part, int> _versions = [];
    private readonly Enclosures _enclosures = new(api, cycle);
    private int _returned;
    private int _explained;

    /// <summary>How many reports were returned.</summary>
    public int Returned => _returned;

    /// <summary>How many times a unit explained what was unusual.</summary>
    public int Explained => _explained;

    public Task Play(Scene scene, CancellationToken cancellation) => scene.Deed switch
    {
        Deed.Draft => Draft(scene.Part, cancellation),
        Deed.Submit => Submit(scene.Part, spoilt: true, cancellation),
        Deed.Resubmit => Submit(scene.Part, spoilt: false, cancellation),
        Deed.Return => Return(scene.Part, cancellation),
        _ => api.Post(scene.Part.Judge, $"{Report(scene.Part)}/accept", new { Version = _versions[scene.Part] }, null, cancellation),
    };

    /// <summary>Half of the answers, to go on with tomorrow.</summary>
    private async Task Draft(Part part, CancellationToken cancellation)
    {
        var all = answers.Content(part, spoilt: true).Answers.ByField;
        var half = new ReportContent(new Answers(all.Take(all.Count / 2).Where(answer => answer.Value is not Answer.Files).ToDictionary()), []);
        var request = ApiClient.Json(HttpMethod.Put, $"{Report(part)}/draft", ReportJson.Write(half));
        request.Headers.Add("If-None-Match", "*");
        await api.Send(Writer(part), request, cancellation);
    }

    private async Task Submit(Part part, bool spoilt, CancellationToken cancellation)
    {
        var person = Writer(part);
        var content = await _enclosures.With(answers.Content(part, spoilt), part, person, cancellation);
        var receipt = await HandIn(part, person, content, cancellation);
        _versions[part] = receipt.Json.GetProperty("version").GetInt32();
    }

    /// <summary>Where the head signs, the report is presented to him, and he signs what he has read.</summary>
    private async Task<Answered> HandIn(Part part, string person, ReportContent content, CancellationToken cancellation)
    {
        if (!answers.Form.SignOff)
        {
            return (await Send(part, person, content, "submit", cancellation)).OrThrow();
        }

        (await Send(part, person, content, "present", cancellation)).OrThrow();
        var head = $"head-{part.Code}";
        var read = await api.Get(head, $"{Report(part)}/presented", cancellation);
        return await api.Post(head, $"{Report(part)}/sign", new { Sha256 = read.ETag }, Key(part, "sign"), cancellation);
    }

    /// <summary>What the application calls unusual is explained, and sent once more.</summary>
    private async Task<Answered> Send(Part part, string person, ReportContent content, string deed, CancellationToken cancellation)
    {
        var sent = await api.Ask(person, Request(), cancellation);
        if (sent.Unexplained() is { Count: > 0 } rules)
        {
            Interlocked.Increment(ref _explained);
            content = content with { Explanations = [.. rules.Select(rule => new Explanation(rule, Explaining.Of(part, rule, seed), ""))] };
            sent = await api.Ask(person, Request(), cancellation);
        }

        return sent;

        HttpRequestMessage Request() => ApiClient.Json(HttpMethod.Post, $"{Report(part)}/{deed}", ReportJson.Write(content), Key(part, deed));
    }

    private async Task Return(Part part, CancellationToken cancellation)
    {
        var body = new { Version = _versions[part], part.Slip!.Reason, Fields = new[] { part.Slip.Field } };
        await api.Post(part.Judge, $"{Report(part)}/return", body, null, cancellation);
        Interlocked.Increment(ref _returned);
    }

    /// <summary>Who writes the unit's report, always the same: a software where there is one for it, else people.</summary>
    private string Writer(Part part) =>
        Act.SoftwareOf(answers.Form) ?? (answers.Form.SignOff || Part.Chances(seed, part.Code, "submits").NextDouble() < 0.7 ? $"reporter-{part.Code}" : $"head-{part.Code}");

    private string Key(Part part, string deed) => $"{part.Code}-{deed}-{_versions.GetValueOrDefault(part) + 1}";

    private string Report(Part part) => $"api/cycles/{cycle}/reports/{part.Code}";
}
