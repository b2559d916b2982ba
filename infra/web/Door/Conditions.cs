using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VksServerless.Reports;

namespace VksServerless.Web.Door;

/// <summary>If-Match and If-None-Match. A store's ETag may hold any character and travels as base64url.</summary>
public static class Conditions
{
    /// <summary>What no store gives, and so no row has.</summary>
    private static readonly ETag Foreign = ETag.Of("-");

    public static string Encode(ETag etag) => Encode(etag.ToString());

    public static string Encode(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    /// <summary>The store's ETag that this tag carries; null when the client says that there is none yet.</summary>
    public static ETag? ETagOf(string? tag) => tag is null ? null : Decode(tag) is { } text ? ETag.Of(text) : Foreign;

    /// <summary>The tag that the client has read, or null when it says that there is none yet (If-None-Match: *).</summary>
    public static Outcome<string?> Read(HttpRequest request)
    {
        if (request.Headers.IfNoneMatch is ["*"] && request.Headers.IfMatch.Count == 0)
        {
            return (string?)null;
        }

        return request.Headers.IfMatch is [{ } value] && EntityTagHeaderValue.TryParse(value, out var tag) && tag is { IsWeak: false }
            && tag.Tag != "*"
            ? tag.Tag.ToString().Trim('"')
            : ReportRefusals.ConditionMissing;
    }

    /// <summary>The same where it may be left out: null then.</summary>
    public static Outcome<string?> ReadIfSent(HttpRequest request) =>
        request.Headers.IfMatch.Count == 0 ? (string?)null : Read(request);

    public static string? Decode(string tag)
    {
        try
        {
            return Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(tag));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
