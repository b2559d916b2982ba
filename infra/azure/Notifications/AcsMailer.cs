using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Communication.Email;
using Azure.Identity;
using VksServerless.Notifications;

namespace VksServerless.Azure.Notifications;

/// <summary>
/// Hands mails to Azure Communication Services, once each: for how long to wait is the postman's decision.
/// The operation id, made of the mail's key, keeps the service from sending a repeated mail twice.
/// </summary>
public sealed class AcsMailer(EmailClient client, MailSettings settings, TimeProvider clock) : IMailer
{
    public static EmailClientOptions Options => new() { Retry = { MaxRetries = 0 } };

    public async Task Send(Mail mail, CancellationToken cancellation)
    {
        var message = new EmailMessage(settings.Sender, mail.To, new EmailContent(mail.Subject) { PlainText = mail.Text });
        try
        {
            await client.SendAsync(WaitUntil.Started, message, OperationOf(mail), cancellation);
        }
        catch (RequestFailedException refused) when (refused.Status is 413 or 422 || refused.ErrorCode is "InvalidEmailAddress" or "EmailDroppedAllRecipientsSuppressed")
        {
            throw new MailRefusedException($"The mail service refuses the mail: {refused.ErrorCode}", refused);
        }
        catch (RequestFailedException repeated) when (repeated.Status == 409)
        {
            // The operation exists: the mail was taken before.
        }
        catch (RequestFailedException limit) when (limit.Status is 0 or 401 or 403 or 404 or 408 or 429 or >= 500)
        {
            // A limit or an outage; or a right, a domain or an address of ours that is not set up: no mail would go out now.
            throw new MailLaterException(RetryAfter(limit.GetRawResponse()), limit);
        }
        catch (AuthenticationFailedException stranger)
        {
            throw new MailLaterException(null, stranger);
        }
    }

    private TimeSpan? RetryAfter(Response? response) =>
        response is not null && response.Headers.TryGetValue("Retry-After", out var said) && RetryConditionHeaderValue.TryParse(said, out var after)
            ? after.Delta ?? after.Date - clock.GetUtcNow()
            : null;

    private static Guid OperationOf(Mail mail) => new(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Key)).AsSpan(0, 16));
}
