using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using VksServerless.Application.Reports;
using VksServerless.Figures;
using VksServerless.Reports;

namespace VksServerless.Demo;

/// <summary>Attaches the files that a report speaks of. A second time it is the same attachment.</summary>
internal sealed class SampleFiles(ApiClient api, string cycle)
{
    private readonly ConcurrentDictionary<(DemoUnit, string Field, string Number), string> _ids = [];

    public async Task<ReportContent> With(ReportContent content, DemoUnit unit, string person, CancellationToken cancellation)
    {
        var answers = content.Answers.ByField.ToDictionary();
        foreach (var (field, answer) in content.Answers.ByField)
        {
            if (answer is Answer.Files files)
            {
                var ids = new List<string>();
                foreach (var number in files.Ids)
                {
                    ids.Add(_ids.TryGetValue((unit, field, number), out var known) ? known
                        : _ids[(unit, field, number)] = await Attach(unit, field, number, person, cancellation));
                }

                answers[field] = new Answer.Files(ids);
            }
        }

        return content with { Answers = new Answers(answers) };
    }

    private async Task<string> Attach(DemoUnit unit, string field, string number, string person, CancellationToken cancellation)
    {
        var pdf = SamplePdf.Of(
            string.Create(CultureInfo.InvariantCulture, $"Tai lieu {number} kem bao cao mau cua don vi {unit.Code}, muc {field}"));
        var content = new ByteArrayContent(pdf);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        var name = $"Tài liệu {number}, {field}, của {unit.Code} (mẫu).pdf";
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name };
        content.Headers.Add("Content-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(pdf))}:");
        var request = new HttpRequestMessage(HttpMethod.Post, $"api/cycles/{cycle}/reports/{unit.Code}/attachments") { Content = content };
        request.Headers.Add("Idempotency-Key", $"{unit.Code}-{field}-{number}");
        return (await api.Send(person, request, cancellation)).Json.GetProperty("id").GetString()!;
    }
}
