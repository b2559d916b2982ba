using Microsoft.AspNetCore.Http;
using VksServerless.Application.Publications;
using VksServerless.Publications;
using VksServerless.Web.Door;

namespace VksServerless.Web.Api.Publications;

/// <summary>Sends a publication as it was frozen; a page that has been replaced says so at its head.</summary>
public sealed class FrozenPublication(IPublications publications, IPublicationPage page)
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <returns>Null when it has not been frozen.</returns>
    public async Task<IResult?> Send(HttpResponse response, PublicationFound found, Rendition rendition, CancellationToken cancellation)
    {
        if (await publications.Open(found.Entry, rendition, cancellation) is not { } content)
        {
            return null;
        }

        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
        return rendition switch
        {
            Rendition.Json => Results.Stream(content, "application/json; charset=utf-8"),
            Rendition.Docx => Results.Stream(content, Docx, NameOf(found.Entry, "docx")),
            Rendition.Pdf => Results.Stream(content, "application/pdf", NameOf(found.Entry, "pdf")),
            _ => await Page(content, found, cancellation),
        };
    }

    /// <summary>As it is saved: the report's number without its slashes.</summary>
    public static string NameOf(PublicationEntry entry, string kind) =>
        $"bao-cao-{entry.Number.Place}-{VietnamTime.DayOf(entry.At).Year}.{kind}";

    private async Task<IResult> Page(Stream content, PublicationFound found, CancellationToken cancellation) =>
        found.IsReplaced ? Results.Bytes(await Replaced(content, found.Newest, cancellation), "text/html; charset=utf-8")
            : Results.Stream(content, "text/html; charset=utf-8");

    private async Task<ReadOnlyMemory<byte>> Replaced(Stream frozen, PublicationEntry newest, CancellationToken cancellation)
    {
        await using var content = frozen;
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellation);
        return page.Replaced(whole.GetBuffer().AsMemory(0, (int)whole.Length), newest);
    }
}
