using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace VksServerless.Azure.Notices;

/// <summary>Asks the mail service what became of a mail that it has taken.</summary>
internal sealed class AcsOperation(HttpPipeline pipeline, TimeProvider clock)
{
    private const string Unnamed = "Failed";

    /// <summary>Most mails are on their way within seconds. One that takes longer counts as handed over.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(2);

    /// <summary>Other mails wait behind this one: if the service would have us wait longer, this one counts as handed over.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <param name="last">Says how long to wait before the first question.</param>
    /// <returns>The code of the error; null when the mail was sent, or may still be.</returns>
    public async Task<string?> FailureOf(Uri operation, Response last, CancellationToken cancellation)
    {
        // What was taken before has had its time.
        var wait = last.Status == AcsAnswers.TakenBefore ? TimeSpan.Zero : WaitAfter(last);
        for (var until = clock.GetUtcNow() + Patience; wait <= LongestWait && clock.GetUtcNow() + wait <= until;)
        {
            await Task.Delay(wait, clock, cancellation);
            using var message = pipeline.CreateMessage();
            message.Request.Method = RequestMethod.Get;
            message.Request.Uri.Reset(operation);
            message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
            if (!await Answered(message, cancellation))
            {
                return null;
            }

            var (status, code) = Read(message.Response);
            if (status is not ("NotStarted" or "Running"))
            {
                return status is "Failed" or "Canceled" ? code : null;
            }

            wait = WaitAfter(message.Response);
        }

        return null;
    }

    private TimeSpan WaitAfter(Response answer)
    {
        var asked = AcsAnswers.RetryAfter(answer, clock) ?? UsualWait;
        return asked > TimeSpan.Zero ? asked : UsualWait;
    }

    /// <summary>The mail has been taken: that its fate cannot be learnt is no reason to send it again.</summary>
    private async Task<bool> Answered(HttpMessage message, CancellationToken cancellation)
    {
        try
        {
            await pipeline.SendAsync(message, cancellation);
            return message.Response.Status == 200;
        }
        catch (RequestFailedException)
        {
            return false;
        }
    }

    private static (string? Status, string Code) Read(Response response)
    {
        try
        {
            using var json = JsonDocument.Parse(response.Content);
            var status = json.RootElement.GetProperty("status").GetString();
            return json.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code)
                    ? (status, code.GetString() ?? Unnamed)
                    : (status, Unnamed);
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return (null, Unnamed);
        }
    }
}
