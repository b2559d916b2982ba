using Microsoft.AspNetCore.Http;
using VksServerless.Application.Publications;
using VksServerless.Publications;
using VksServerless.Web.Door;

namespace VksServerless.Web.Api.Publications;

/// <summary>Sends a publication as it was frozen; a page that has been replaced says so at its head.</summary>
public sealed class FrozenPublication(IPublications publications, IPublicationPage page)
{
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
        return rendition == Rendition.Json ? Results.Stream(content, "application/json; charset=utf-8")
            : found.IsReplaced ? Results.Bytes(await Replaced(content, found.Newest, cancellation), "text/html; charset=utf-8")
            : Results.Stream(content, "text/html; charset=utf-8");
    }

    private async Task<ReadOnlyMemory<byte>> Replaced(Stream frozen, PublicationEntry newest, CancellationToken cancellation)
    {
        await using var content = frozen;
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellation);
        return page.Replaced(whole.GetBuffer().AsMemory(0, (int)whole.Length), newest);
    }
}
