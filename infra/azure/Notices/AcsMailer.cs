using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using VksServerless.Application.Notices;
using VksServerless.Notices;

namespace VksServerless.Azure.Notices;

/// <summary>
/// Hands mails to Azure Communication Services over REST (<c>POST /emails:send</c>) and asks for a while what became of them. How
/// long to wait before another mail is the postman's decision. The operation id is derived from the mail's key, so the service
/// sends a repeated mail only once.
/// </summary>
/// <param name="credential">Null: no token is sent, to an emulator.</param>
/// <param name="transport">Replaced in tests; without it the default HTTP transport.</param>
public sealed class AcsMailer(
    MailSettings settings, TokenCredential? credential, TimeProvider clock, HttpPipelineTransport? transport = null) : IMailer
{
    private const string ApiVersion = "2025-09-01";
    private const string Scope = "https://communication.azure.com/.default";

    /// <summary>
    /// An operation that has failed is over, and a mail that is tried again needs another one. More failures than this are no accident.
    /// </summary>
    private const int MostOperations = 5;

    private readonly HttpPipeline _pipeline = HttpPipelineBuilder.Build(
        Options(transport), credential is null ? [] : [new BearerTokenAuthenticationPolicy(credential, Scope)]);

    public async Task Send(Mail mail, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 0; attempt < MostOperations; attempt++)
            {
                if (!await HasFailedBefore(mail, attempt, cancellation))
                {
                    return;
                }
            }

            throw new MailRefusedException($"The mail service has failed to send the mail {MostOperations} times.");
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

    /// <returns>Whether this very operation had been tried before and had failed, so that another one may be.</returns>
    private async Task<bool> HasFailedBefore(Mail mail, int attempt, CancellationToken cancellation)
    {
        var operation = OperationOf(mail, attempt);
        using var message = Compose(mail, operation);
        await _pipeline.SendAsync(message, cancellation);
        AcsAnswers.Check(message.Response, clock);
        var status = StatusOf(operation, message.Response);
        var failure = await new AcsOperation(_pipeline, clock).FailureOf(status, message.Response, cancellation);
        if (failure is null)
        {
            return false;
        }

        if (AcsAnswers.IsAboutTheRecipient(failure))
        {
            throw new MailRefusedException($"The mail service could not send the mail: {failure}");
        }

        return message.Response.Status == AcsAnswers.TakenBefore
            ? true
            : throw new MailLaterException(null, new InvalidOperationException(failure));
    }

    private HttpMessage Compose(Mail mail, Guid operation)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = RequestMethod.Post;
        request.Uri.Reset(Address("/emails:send"));
        request.Headers.Add("Operation-Id", operation.ToString());
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

    /// <summary>Where the service says; but our token goes to no other host.</summary>
    private Uri StatusOf(Guid operation, Response response) =>
        response.Headers.TryGetValue("Operation-Location", out var said)
            && Uri.TryCreate(said, UriKind.Absolute, out var there)
            && there.GetLeftPart(UriPartial.Authority) == settings.Endpoint.GetLeftPart(UriPartial.Authority)
                ? there
                : Address($"/emails/operations/{operation}");

    private Uri Address(string path) => new(settings.Endpoint, $"{path}?api-version={ApiVersion}");

    private static Guid OperationOf(Mail mail, int attempt) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(attempt == 0 ? mail.Key : $"{mail.Key}~{attempt}")).AsSpan(0, 16));

    private static MailClientOptions Options(HttpPipelineTransport? transport)
    {
        var options = new MailClientOptions { Retry = { MaxRetries = 0 } };
        options.Transport = transport ?? options.Transport;
        return options;
    }

    private sealed class MailClientOptions : ClientOptions;
}
