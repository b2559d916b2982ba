using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace VksServerless.Emulation.Mail;

/// <summary>
/// Takes mails as Communication Services does: <c>POST /emails:send</c> with an Operation-Id is answered with 202 and where its fate can be
/// asked for; the same operation again with 409.
/// </summary>
public sealed class MailService
{
    /// <summary>Longer than a caller waits for it: what the service has taken, it sends.</summary>
    private const int AskAgainInSeconds = 60;

    private readonly ConcurrentDictionary<Guid, TakenMail> _taken = [];
    private readonly ConcurrentQueue<TakenMail> _inOrder = [];
    private long _calls;
    private long _turnAway;

    /// <summary>Every mail that was taken, in the order of their coming.</summary>
    public IReadOnlyCollection<TakenMail> Taken => _inOrder;

    /// <summary>Of either address.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>Whether a mail bounces: its operation ends as failed.</summary>
    public Func<TakenMail, bool> Bounces { get; set; } = _ => false;

    /// <summary>The next mails are answered with 429, to come again after a second.</summary>
    public void TurnAway(int mails) => Interlocked.Exchange(ref _turnAway, mails);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/emails:send", Take);
        routes.MapGet("/emails/operations/{id:guid}", Status);
    }

    private async Task<IResult> Take(HttpRequest request)
    {
        Interlocked.Increment(ref _calls);
        if (Interlocked.Decrement(ref _turnAway) >= 0)
        {
            request.HttpContext.Response.Headers.RetryAfter = "1";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (!Guid.TryParse(request.Headers["Operation-Id"], out var operation))
        {
            return Results.BadRequest();
        }

        using var body = await JsonDocument.ParseAsync(request.Body);
        var mail = TakenMail.Of(operation, body.RootElement, request.Headers.TraceParent);
        if (!_taken.TryAdd(operation, mail))
        {
            return Results.Conflict();
        }

        _inOrder.Enqueue(mail);
        var response = request.HttpContext.Response;
        response.Headers["Operation-Location"] = $"{request.Scheme}://{request.Host}/emails/operations/{operation}{request.QueryString}";
        response.Headers.RetryAfter = (Bounces(mail) ? 1 : AskAgainInSeconds).ToString(CultureInfo.InvariantCulture);
        return Results.Json(new { id = operation, status = "Running" }, statusCode: StatusCodes.Status202Accepted);
    }

    private IResult Status(Guid id)
    {
        Interlocked.Increment(ref _calls);
        return !_taken.TryGetValue(id, out var mail) ? Results.NotFound()
            : Bounces(mail)
                ? Results.Json(new { id, status = "Failed", error = new { code = "EmailDroppedAllRecipientsSuppressed" } })
                : Results.Json(new { id, status = "Succeeded" });
    }
}

/// <param name="Operation">By which the app names it.</param>
/// <param name="Trace">The traceparent of the request that handed it in.</param>
public sealed record TakenMail(Guid Operation, string From, string To, string Subject, string Text, string? Trace)
{
    internal static TakenMail Of(Guid operation, JsonElement sent, string? trace) => new(
        operation,
        sent.GetProperty("senderAddress").GetString()!,
        sent.GetProperty("recipients").GetProperty("to")[0].GetProperty("address").GetString()!,
        sent.GetProperty("content").GetProperty("subject").GetString()!,
        sent.GetProperty("content").GetProperty("plainText").GetString()!,
        trace);
}
