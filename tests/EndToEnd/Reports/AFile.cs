using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace VksServerless.EndToEnd.Reports;

/// <summary>A file to attach, and what is announced of it: truly, unless a test says otherwise.</summary>
internal sealed record AFile(byte[] Bytes, string Name, string MediaType)
{
    public byte[]? AnnouncedHash { get; init; }

    public static AFile Of(byte[] bytes, string name = "Biên bản.pdf", string mediaType = "application/pdf") => new(bytes, name, mediaType);

    public AFile With(string? name = null, string? mediaType = null) =>
        this with { Name = name ?? Name, MediaType = mediaType ?? MediaType };

    public static AFile OfSize(int length)
    {
        var bytes = new byte[length];
        "%PDF-1.7"u8.CopyTo(bytes);
        return Of(bytes);
    }

    public Task<Answer> Attach(Person by, string report, string? key = null) => Attach(by, report, new ByteArrayContent(Bytes), key);

    /// <param name="content">The same bytes, sent in another way.</param>
    public Task<Answer> Attach(Person by, string report, HttpContent content, string? key = null) =>
        Send(by, $"{report}/attachments", content, key);

    public Task<Answer> HandOut(Person by, ACycle cycle, string kind, string? key = null) =>
        Send(by, $"{cycle.Path}/documents?kind={kind}", new ByteArrayContent(Bytes), key);

    private Task<Answer> Send(Person by, string path, HttpContent content, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.ExpectContinue = content is AHeldBody;
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(MediaType);
        request.Content.Headers.TryAddWithoutValidation(
            "Content-Disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(Name)}");
        request.Headers.TryAddWithoutValidation(
            "Content-Digest", $"sha-256=:{Convert.ToBase64String(AnnouncedHash ?? SHA256.HashData(Bytes))}:");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key ?? Person.NewKey());
        return by.Send(request);
    }
}
