using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VksServerless.Reports;
using VksServerless.Web.Door;

namespace VksServerless.Web.Api.Reports;

/// <summary>What the headers of an upload say that is coming.</summary>
public static class Announcement
{
    private const string Scheme = "sha-256=:";

    public static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    public static Outcome<Attachment> Read(HttpRequest request, IdempotencyKey key, DateTimeOffset now)
    {
        var mediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? type.MediaType.ToString() : "";
        if (AttachmentRules.Announce(NameOf(request), mediaType, request.ContentLength) is { } refusal)
        {
            return refusal;
        }

        return DigestOf(request) is { } sha256
            ? new Attachment(
                key.Name, NameOf(request), mediaType.ToLowerInvariant(), request.ContentLength!.Value, sha256, now, request.Caller().Name)
            : AttachmentRefusals.HashMissing;
    }

    private static string NameOf(HttpRequest request)
    {
        try
        {
            return ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
                ? (disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName))
                    .ToString().Normalize()
                : "";
        }
        catch (Exception unreadable) when (unreadable is NotSupportedException or ArgumentException)
        {
            // A character set that is not there, or letters that are none: no name.
            return "";
        }
    }

    private static Sha256? DigestOf(HttpRequest request)
    {
        if (request.Headers["Content-Digest"] is not [{ } digest] || !digest.StartsWith(Scheme, StringComparison.Ordinal)
            || !digest.EndsWith(':') || digest.Length > 100)
        {
            return null;
        }

        var bytes = new byte[64];
        return Convert.TryFromBase64String(digest[Scheme.Length..^1], bytes, out var length) && length == 32
            ? Sha256.Of(Convert.ToHexStringLower(bytes.AsSpan(0, 32)))
            : null;
    }
}
