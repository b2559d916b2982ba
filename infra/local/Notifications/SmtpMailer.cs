using System.Net.Mail;
using System.Text;
using VksServerless.Notifications;

namespace VksServerless.Local.Notifications;

/// <param name="Server">Null: mails are written into <paramref name="Folder"/> as .eml files, for whoever picks them up.</param>
public sealed record SmtpSettings(string Sender, string Folder, string? Server, int Port);

/// <summary>Hands mails to an SMTP server, or writes them as .eml files when there is none.</summary>
public sealed class SmtpMailer(SmtpSettings settings) : IMailer
{
    public async Task Send(Mail mail, CancellationToken cancellation)
    {
        using var message = new MailMessage(settings.Sender, mail.To, mail.Subject, mail.Text.ReplaceLineEndings("\r\n"))
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = System.Net.Mime.TransferEncoding.QuotedPrintable,
        };
        message.Headers.Add("Message-ID", $"<{mail.Key.Replace('|', '.')}@vks.example>");
        message.Headers.Add("X-Vks-Key", mail.Key);
        using var client = Client();
        try
        {
            await client.SendMailAsync(message, cancellation);
        }
        catch (SmtpFailedRecipientException refused) when (refused.StatusCode is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed)
        {
            throw new MailRefusedException($"The mail server refuses the address: {refused.StatusCode}", refused);
        }
    }

    private SmtpClient Client() => settings.Server is { } server
        ? new SmtpClient(server, settings.Port)
        : new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = settings.Folder };
}
