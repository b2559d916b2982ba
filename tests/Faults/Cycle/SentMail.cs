using MimeKit;

namespace VksServerless.Faults.Cycle;

/// <summary>A mail that lies in the folder of sent mails, by its key.</summary>
internal sealed record SentMail(string Key, string To, string Subject)
{
    private const string KeyHeader = "X-Vks-Key";

    /// <summary>A mail that a crash cut short does not count.</summary>
    public static IReadOnlyList<SentMail> In(string folder) =>
        [.. Directory.GetFiles(folder, "*.eml").Select(Read).OfType<SentMail>()];

    private static SentMail? Read(string path)
    {
        try
        {
            var mail = MimeMessage.Load(path);
            return mail.Headers[KeyHeader] is { } key ? new SentMail(key, mail.To.ToString(), mail.Subject ?? "") : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
