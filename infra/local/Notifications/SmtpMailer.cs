using System.Net.Mail;
using System.Text;
using VksServerless.Notifications;

namespace VksServerless.Local.Notifications;

/// <param name="Server">Null: mails are written into <paramref name="Folder"/> as .eml files, for whoever picks them up.</param>
public sealed record SmtpSettings(string Sender, string Folder, string? Server, int Port);

/// <summary>Hands mails to an SMTP server, or writes them as .eml files when there is none.</summary>
public sealed class SmtpMailer(SmtpSettings settings) : IMailer
{
    /// <summary>Real time: the client itself would wait for a server that says nothing for ever.</summary>
    private static readonly TimeSpan LongestConversation = TimeSpan.FromMinutes(1);

    public async Task Send(Mail mail, CancellationToken cancellation)
    {
        using var message = Write(mail);
        using var client = Client();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestConversation);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (SmtpException refused) when (IsForGood(refused.StatusCode))
        {
            throw new MailRefusedException($"The mail server refuses the mail: {refused.StatusCode}", refused);
        }
        catch (SmtpException closed) when (closed is not SmtpFailedRecipientException || closed.StatusCode == SmtpStatusCode.ServiceNotAvailable)
        {
            throw new MailLaterException(null, closed);
        }
        catch (OperationCanceledException silent) when (!cancellation.IsCancellationRequested)
        {
            throw new MailLaterException(null, silent);
        }
    }

    private MailMessage Write(Mail mail)
    {
        try
        {
            var to = new MailAddress(mail.To);
            if (to.Address != mail.To.Trim() || !Ascii.IsValid(to.User))
            {
                throw new FormatException("It is to go to one plain address, of which only the domain may have letters beyond ASCII.");
            }

            return new MailMessage(new MailAddress(settings.Sender), to)
            {
                Subject = mail.Subject,
                SubjectEncoding = Encoding.UTF8,
                Body = mail.Text.ReplaceLineEndings("\r\n"),
                BodyEncoding = Encoding.UTF8,
                BodyTransferEncoding = System.Net.Mime.TransferEncoding.QuotedPrintable,
                Headers = { ["Message-ID"] = $"<{mail.Key.Replace('|', '.')}@vks.example>", ["X-Vks-Key"] = mail.Key },
            };
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new MailRefusedException($"This cannot be a mail: {wrong.Message}", wrong);
        }
    }

    /// <summary>A 5xx about the mail or its address. The others are about the conversation, which the next mail would begin as this one did.</summary>
    private static bool IsForGood(SmtpStatusCode code) => code == SmtpStatusCode.SyntaxError || (int)code is >= 550 and < 600;

    private SmtpClient Client() => settings.Server is { } server
        ? new SmtpClient(server, settings.Port)
        : new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = settings.Folder };
}
