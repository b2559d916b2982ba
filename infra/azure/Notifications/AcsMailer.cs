using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Communication.Email;
using VksServerless.Notifications;

namespace VksServerless.Azure.Notifications;

/// <summary>
/// Hands mails to Azure Communication Services. A limit that has been reached (429) is an exception, so that the event is
/// delivered again later; the operation id, made of the mail's key, keeps the service from sending a repeated mail twice.
/// </summary>
internal sealed class AcsMailer(EmailClient client, MailSettings settings) : IMailer
{
    public async Task Send(Mail mail, CancellationToken cancellation)
    {
        var message = new EmailMessage(settings.Sender, mail.To, new EmailContent(mail.Subject) { PlainText = mail.Text });
        try
        {
            await client.SendAsync(WaitUntil.Started, message, OperationOf(mail), cancellation);
        }
        catch (RequestFailedException refused) when (refused.Status is 400 or 413 or 422)
        {
            throw new MailRefusedException($"The mail service refuses the mail: {refused.ErrorCode}", refused);
        }
        catch (RequestFailedException repeated) when (repeated.Status == 409)
        {
            // The operation exists: the mail was taken before.
        }
    }

    private static Guid OperationOf(Mail mail) => new(SHA256.HashData(Encoding.UTF8.GetBytes(mail.Key)).AsSpan(0, 16));
}
