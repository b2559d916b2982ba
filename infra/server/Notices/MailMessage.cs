using System.Net.Mail;
using System.Text;
using MimeKit;
using MimeKit.Text;
using VksServerless.Application.Notices;
using VksServerless.Notices;

namespace VksServerless.Server.Notices;

/// <summary>A mail as it goes over the line.</summary>
internal static class MailMessage
{
    public static FormatOptions Format { get; } = Lines();

    /// <exception cref="MailRefusedException">It cannot be a mail.</exception>
    public static MimeMessage Of(Mail mail, string sender, DateTimeOffset now)
    {
        var message = new MimeMessage
        {
            Date = now,
            Subject = LineOf(mail.Subject),
            MessageId = $"{mail.Key.Replace('|', '.')}@vks.example",
            Body = new TextPart(TextFormat.Plain)
            {
                ContentTransferEncoding = ContentEncoding.QuotedPrintable,
                Text = mail.Text.ReplaceLineEndings("\r\n"),
            },
        };
        message.From.Add(new MailboxAddress(null, sender));
        message.To.Add(new MailboxAddress(null, AddressOf(mail.To)));

        // In one piece, so that it is found by a search.
        var key = new Header("X-Vks-Key", "");
        key.SetRawValue(Encoding.ASCII.GetBytes($" {LineOf(mail.Key)}\r\n"));
        message.Headers.Add(key);
        return message;
    }

    private static string AddressOf(string text)
    {
        try
        {
            var address = new MailAddress(text);
            return address.Address == text.Trim() && Ascii.IsValid(address.User) && !text.AsSpan().ContainsAny('\r', '\n')
                ? address.Address
                : throw new FormatException("It is to go to one plain address, of which only the domain may have letters beyond ASCII.");
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException)
        {
            throw new MailRefusedException($"This cannot be a mail: {wrong.Message}", wrong);
        }
    }

    private static string LineOf(string text) => text.AsSpan().ContainsAny('\r', '\n')
        ? throw new MailRefusedException("This cannot be a mail: a header is one line.")
        : text;

    private static FormatOptions Lines()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }
}
