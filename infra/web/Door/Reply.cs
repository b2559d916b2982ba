using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace VksServerless.Web.Door;

/// <summary>An answer with its body already written, so that it can be kept for a repeated request and given again as it was.</summary>
public sealed record Reply(int Status, string ContentType, ReadOnlyMemory<byte> Body) : IResult
{
    private const string Json = "application/json; charset=utf-8";

    public string? Location { get; init; }

    /// <summary>Without quotation marks.</summary>
    public string? ETag { get; init; }

    public static Reply Ok<T>(T view, string? etag = null) => Of(StatusCodes.Status200OK, view) with { ETag = etag };

    public static Reply Created<T>(string location, T view, string? etag = null) =>
        Of(StatusCodes.Status201Created, view) with { Location = location, ETag = etag };

    public static Reply Accepted<T>(string location, T view) => Of(StatusCodes.Status202Accepted, view) with { Location = location };

    public static Reply Problem(Refusal refusal) => Problems.Of(refusal);

    /// <summary>An answer given before, as it was.</summary>
    public static Reply Again(int status, ReadOnlyMemory<byte> body) => new(status, Json, body);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (ETag is not null)
        {
            response.Headers.ETag = $"\"{ETag}\"";
        }

        if (Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = "Bearer";
        }

        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }

    private static Reply Of<T>(int status, T view) =>
        new(status, Json, JsonSerializer.SerializeToUtf8Bytes(view, DomainJson.Options));
}

public static class OutcomeReplies
{
    public static Reply ToReply<T>(this Outcome<T> outcome, Func<T, Reply> done) => outcome.Match(done, Reply.Problem);
}
