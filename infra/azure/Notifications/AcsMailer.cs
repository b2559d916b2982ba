using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using VksServerless.Notifications;

namespace VksServerless.Azure.Notifications;

/// <summary>
/// Hands mails to Azure Communication Services over REST (<c>POST /emails:send</c>), once each: how long to wait is the
/// postman's decision. The operation id is derived from the mail's key, so the service sends a repeated mail only once.
/// </summary>
/// <param name="transport">Replaced in tests; without it the default HTTP transport.</param>
public sealed class AcsMailer(MailSettings settings, TokenCredential credential, TimeProvider clock, HttpPipelineTransport? transport = null) : IMailer
{
    private const string ApiVersion = "2025-09-01";
    private const string Scope = "https://communication.azure.com/.default";

    private readonly HttpPipeline _pipeline = HttpPipelineBuilder.Build(Options(transport), new BearerTokenAuthenticationPolicy(credential, Scope));

    public async Task Send(Mail mail, CancellationToken cancellation)
    {
        try
        {
            using var message = Compose(mail);
            await _pipeline.SendAsync(message, cancellation);
            Check(message.Response);
        }
        catch (RequestFailedException unreachable)
        {
            throw new MailLaterException(null, unreachable);
        }
        catch (AuthenticationFailedException noToken)
        {
            throw new MailLaterException(null, noToken);
        }
    }

    private HttpMessage Compose(Mail mail)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = RequestMethod.Post;
        request.Uri.Reset(settings.Endpoint);
        request.Uri.AppendPath("/emails:send", escape: false);
        request.Uri.AppendQuery("api-version", ApiVersion);
        request.Headers.Add("Operation-Id", OperationOf(mail).ToString());
        request.Headers.Add(HttpHeader.Common.JsonContentType);
        request.Headers.Add(HttpHeader.Common.JsonAccept);
        request.Content = RequestContent.Create(BinaryData.FromObjectAsJson(new
        {
            senderAddress = settings.Sender,
            recipients = new { to = new[] { new { address = mail.To } } },
            content = new { subject = mail.Subject, plainText = mail.Text },
        }));
        return message;
    }

    private void Check(Response response)
    {
        switch (response.Status)
        {
            case 202 or 409: // 409: the operation exists, so the mail was taken before.
                return;
            case var status and (413 or 422):
                throw new MailRefusedException($"The mail service refuses the mail: {status}", new RequestFailedException(response));
            // A limit or an outage; or a right, a domain or an address of ours that is not set up: no mail would go out now.
            case 401 or 403 or 404 or 408 or 429 or >= 500:
                throw new MailLaterException(RetryAfter(response), new RequestFailedException(response));
        }

        var refused = new RequestFailedException(response);
        throw refused.ErrorCode is "InvalidEmailAddress" or "EmailDroppedAllRecipientsSuppressed"
            ? new MailRefusedException($"The mail service refuses the mail: {refused.ErrorCode}", refused)
            : new InvalidOperationException("The mail service does not take what we send.", refused);
    }

    private TimeSpan? RetryAfter(Response response) =>
        response.Headers.TryGetValue("Retry-After", out var said) && RetryConditionHeaderValue.TryParse(said, out var after)
            ? after.Delta ?? after.Date - clock.GetUtcNow()
            : null;

    private static Guid OperationOf(Mail mail) => new(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Key)).AsSpan(0, 16));

    private static MailClientOptions Options(HttpPipelineTransport? transport)
    {
        var options = new MailClientOptions { Retry = { MaxRetries = 0 } };
        options.Transport = transport ?? options.Transport;
        return options;
    }

    private sealed class MailClientOptions : ClientOptions;
}
