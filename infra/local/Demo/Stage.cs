using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace VksServerless.Local.Demo;

/// <summary>Plays scenes: units draft, attach, submit; superiors return and accept the version that they have read.</summary>
internal sealed class Stage(ApiClient api, string cycle, AnswerBank answers, int seed)
{
    private readonly ConcurrentDictionary<Part, int> _versions = [];
    private int _returned;

    /// <summary>How many reports were returned.</summary>
    public int Returned => _returned;

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
        var all = answers.Answers(part, spoilt: true);
        var body = new { Answers = all.Take(all.Count / 2).ToDictionary(), Adjustments = Array.Empty<object>() };
        var request = new HttpRequestMessage(HttpMethod.Put, $"{Report(part)}/draft") { Content = JsonContent.Create(body, options: DomainJson.Options) };
        request.Headers.Add("If-None-Match", "*");
        await api.Send($"reporter-{part.Code}", request, cancellation);
    }

    private async Task Submit(Part part, bool spoilt, CancellationToken cancellation)
    {
        var chances = Part.Chances(seed, part.Code, "submits");
        var person = chances.NextDouble() < 0.7 ? $"reporter-{part.Code}" : $"head-{part.Code}";
        var all = answers.Answers(part, spoilt);
        if (chances.NextDouble() < 0.03 || all.ContainsKey("so_du_an"))
        {
            all[all.ContainsKey("so_du_an") ? "danh_muc_du_an" : "danh_muc_van_ban"] = new[] { await Attach(part, person, cancellation) };
        }

        var body = new { Answers = all, Adjustments = Consolidation.Of(part, seed) };
        var key = $"{part.Code}-submit-{_versions.GetValueOrDefault(part) + 1}";
        var receipt = (await api.Post(person, $"{Report(part)}/submit", body, key, cancellation)).Json;
        _versions[part] = receipt.GetProperty("version").GetInt32();
    }

    /// <summary>The same person attaches the same file under the same key, so a second time it is the same attachment.</summary>
    private async Task<string> Attach(Part part, string person, CancellationToken cancellation)
    {
        var pdf = SamplePdf.Of(string.Create(CultureInfo.InvariantCulture, $"Danh muc kem bao cao mau cua don vi {part.Code}"));
        var content = new ByteArrayContent(pdf);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = $"Danh mục của {part.Code} (mẫu).pdf" };
        content.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(pdf))}:");
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Report(part)}/attachments") { Content = content };
        request.Headers.Add("Idempotency-Key", $"{part.Code}-attachment-1");
        return (await api.Send(person, request, cancellation)).Json.GetProperty("id").GetString()!;
    }

    private async Task Return(Part part, CancellationToken cancellation)
    {
        var body = new { Version = _versions[part], part.Slip!.Reason, Fields = new[] { part.Slip.Field } };
        await api.Post(part.Judge, $"{Report(part)}/return", body, null, cancellation);
        Interlocked.Increment(ref _returned);
    }

    private string Report(Part part) => $"api/cycles/{cycle}/reports/{part.Code}";
}
