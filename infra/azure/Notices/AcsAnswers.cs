using System.Net.Http.Headers;
using Azure;
using VksServerless.Application.Notices;

namespace VksServerless.Azure.Notices;

/// <summary>What the mail service's answers mean to the postman.</summary>
internal static class AcsAnswers
{
    /// <summary>The operation exists: the mail was taken before.</summary>
    public const int TakenBefore = 409;

    public static bool IsAboutTheRecipient(string? code) => code is "InvalidEmailAddress" or "EmailDroppedAllRecipientsSuppressed";

    /// <summary>Returns when the mail was taken.</summary>
    public static void Check(Response response, TimeProvider clock)
    {
        switch (response.Status)
        {
            case 202 or TakenBefore:
                return;
            case var status and (413 or 422):
                throw new MailRefusedException($"The mail service refuses the mail: {status}", new RequestFailedException(response));
            // A limit or an outage; or a right, a domain or an address of ours that is not set up: no mail would go out now.
            case 401 or 403 or 404 or 408 or 429 or >= 500:
                throw new MailLaterException(RetryAfter(response, clock), new RequestFailedException(response));
        }

        var refused = new RequestFailedException(response);
        throw IsAboutTheRecipient(refused.ErrorCode)
            ? new MailRefusedException($"The mail service refuses the mail: {refused.ErrorCode}", refused)
            : new InvalidOperationException("The mail service does not take what we send.", refused);
    }

    public static TimeSpan? RetryAfter(Response response, TimeProvider clock) =>
        response.Headers.TryGetValue("Retry-After", out var said) && RetryConditionHeaderValue.TryParse(said, out var after)
            ? after.Delta ?? after.Date - clock.GetUtcNow()
            : null;
}
