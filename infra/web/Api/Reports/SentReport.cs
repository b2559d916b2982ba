using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VksServerless.Application.Reports;
using VksServerless.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;

namespace VksServerless.Web.Api.Reports;

/// <summary>
/// A report sent to be handed in. The body is read before the report is opened: its sender decides how long it takes, and what was
/// read before it came may be long over.
/// </summary>
/// <param name="Read">The ETag of the draft that its author has read; null: the author does not say.</param>
public sealed record SentReport(OpenReport Report, JsonDocument Content, ETag? Read, IdempotencyKey Key) : IDisposable
{
    public static async Task<Outcome<SentReport>> Of(
        HttpRequest request, ReportAccess access, string cycle, string unit, CancellationToken cancellation)
    {
        var key = IdempotencyHeader.Of(request);
        var condition = Conditions.ReadIfSent(request);
        var bytes = key.Refused || condition.Refused ? default : await RequestBody.JsonBytes(request, cancellation);
        var open = await access.HandIn(request.Caller(), cycle, unit, cancellation);
        var body = open.Refused || key.Refused || condition.Refused ? default : bytes.Then(RequestBody.Parse);
        return (open.Refusal ?? key.Refusal ?? condition.Refusal ?? body.Refusal) is { } refusal
            ? refusal
            : new SentReport(open.Value, body.Value, Conditions.ETagOf(condition.Value), key.Value);
    }

    public void Dispose() => Content.Dispose();
}
