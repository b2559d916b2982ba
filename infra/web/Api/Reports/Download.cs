using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VksServerless.Reports;
using VksServerless.Web.Door;

namespace VksServerless.Web.Api.Reports;

/// <summary>A stored file, given out as a download only: nothing in it runs in a browser.</summary>
internal static class Download
{
    /// <param name="content">Disposed of when it has been sent, or is not.</param>
    public static async Task<IResult> Of(HttpRequest request, Attachment file, Stream content)
    {
        // Asked here: Results.Stream would answer it after the length has been promised.
        var tag = new EntityTagHeaderValue($"\"{file.Sha256}\"");
        if (request.GetTypedHeaders().IfMatch is { Count: > 0 } wanted
            && !wanted.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: true)))
        {
            await content.DisposeAsync();
            return Reply.Problem(AttachmentRefusals.Another);
        }

        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "no-store";
        headers.ContentLength = file.Length;
        return Results.Stream(content, file.MediaType, file.FileName, entityTag: tag);
    }
}
