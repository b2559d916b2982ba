using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using VksServerless.Application.Notices;
using VksServerless.Notices;
using AuthenticationException = MailKit.Security.AuthenticationException;

namespace VksServerless.Server.Notices;

/// <summary>Hands mails to an SMTP server, or writes them as .eml files when there is none.</summary>
public sealed class SmtpMailer(SmtpSettings settings, TimeProvider? clock = null) : IMailer
{
    /// <summary>Real time: a server that says nothing is not waited for any longer.</summary>
    private static readonly TimeSpan LongestConversation = TimeSpan.FromMinutes(1);

    /// <summary>For tests: a certificate that nobody vouches for. Null: as the machine trusts.</summary>
    internal RemoteCertificateValidationCallback? Trusts { get; init; }

    public async Task Send(Mail mail, CancellationToken cancellation)
    {
        using var message = MailMessage.Of(mail, settings.Sender, (clock ?? TimeProvider.System).GetUtcNow());
        if (settings.Server is null)
        {
            await Write(message, cancellation);
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(LongestConversation);
        try
        {
            await Converse(message, patience.Token);
        }
        catch (SmtpCommandException refused) when (IsForGood(refused))
        {
            throw new MailRefusedException($"The mail server refuses the mail: {(int)refused.StatusCode} {refused.Message}", refused);
        }
        catch (Exception fault) when (IsOfTheServer(fault) && !cancellation.IsCancellationRequested)
        {
            throw new MailLaterException(null, fault);
        }
    }

    private async Task Converse(MimeKit.MimeMessage message, CancellationToken cancellation)
    {
        // An isolated network reaches no list of revoked certificates.
        using var client = new SmtpClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = Trusts };
        await client.ConnectAsync(settings.Server!, settings.Port, Encryption, cancellation);
        if (settings.User is { } user)
        {
            await client.AuthenticateAsync(user, settings.Password!, cancellation);
        }

        await client.SendAsync(message, cancellation);
        await Storage.Quietly.Do(() => client.DisconnectAsync(quit: true, cancellation));
    }

    private SecureSocketOptions Encryption => settings.Encryption switch
    {
        SmtpEncryption.None => SecureSocketOptions.None,
        SmtpEncryption.StartTls => SecureSocketOptions.StartTls,
        SmtpEncryption.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };

    /// <summary>A 5xx about the mail or its address. What is about the sender or the conversation would meet the next mail too.</summary>
    private static bool IsForGood(SmtpCommandException refused) =>
        refused.ErrorCode != SmtpErrorCode.SenderNotAccepted && (int)refused.StatusCode is 500 or (>= 550 and < 600);

    /// <summary>What would meet every other mail too. A recipient's mailbox that is busy is not; a server that closes (421) is.</summary>
    private static bool IsOfTheServer(Exception fault) => fault switch
    {
        SmtpCommandException command =>
            command.ErrorCode != SmtpErrorCode.RecipientNotAccepted || command.StatusCode == SmtpStatusCode.ServiceNotAvailable,
        SmtpProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException => true,
        AuthenticationException or SslHandshakeException => true,
        IOException or SocketException or TimeoutException or OperationCanceledException or NotSupportedException => true,
        _ => false,
    };

    /// <summary>Under its name only when it is whole.</summary>
    private async Task Write(MimeKit.MimeMessage message, CancellationToken cancellation)
    {
        var path = Path.Combine(settings.Folder, $"{Guid.NewGuid()}.eml");
        using var whole = new MemoryStream();
        message.WriteTo(MailMessage.Format, whole, cancellation);
        await File.WriteAllBytesAsync($"{path}.unfinished", whole.ToArray(), cancellation);
        File.Move($"{path}.unfinished", path);
    }
}
