using System.Globalization;
using VksServerless.Server.Hosting;

namespace VksServerless.Server.Notices;

/// <param name="Server">Null: mails are written into <paramref name="Folder"/> as .eml files, to be picked up from there.</param>
public sealed record SmtpSettings(string Sender, string Folder, string? Server, int Port)
{
    public const string UsualSender = "bao-cao@vks.example";

    /// <summary>Null: the server asks for no login.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    public SmtpEncryption Encryption { get; init; } = SmtpEncryption.WhereOffered;

    public static SmtpSettings FilesIn(string folder) => new(UsualSender, folder, null, 0);

    /// <param name="server">host:port; empty: mails are written into the folder.</param>
    /// <param name="setting">VKS_SMTP_USER, VKS_SMTP_PASSWORD, VKS_SMTP_TLS by name.</param>
    /// <exception cref="SettingException">One of them is wrong.</exception>
    public static SmtpSettings Read(string? server, string folder, Func<string, string?> setting)
    {
        if (string.IsNullOrEmpty(server))
        {
            return NullIfEmpty(setting("VKS_SMTP_USER")) is null
                ? FilesIn(folder)
                : throw new SettingException("VKS_SMTP_USER is set, but not VKS_SMTP: host:port of the mail server.");
        }

        if (server.Split(':') is not [{ Length: > 0 } host, var port]
            || !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new SettingException($"VKS_SMTP must be host:port, not {server}.");
        }

        var (user, password) = (NullIfEmpty(setting("VKS_SMTP_USER")), NullIfEmpty(setting("VKS_SMTP_PASSWORD")));
        return user is null == password is null
            ? new SmtpSettings(UsualSender, folder, host, number)
            {
                User = user,
                Password = password,
                Encryption = EncryptionOf(setting("VKS_SMTP_TLS")),
            }
            : throw new SettingException("VKS_SMTP_USER and VKS_SMTP_PASSWORD must be set both or not at all.");
    }

    private static SmtpEncryption EncryptionOf(string? text) => text switch
    {
        null or "" => SmtpEncryption.WhereOffered,
        "none" => SmtpEncryption.None,
        "starttls" => SmtpEncryption.StartTls,
        "tls" => SmtpEncryption.Tls,
        _ => throw new SettingException($"VKS_SMTP_TLS must be none, starttls or tls, not {text}."),
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>How the way to the mail server is kept secret.</summary>
public enum SmtpEncryption
{
    /// <summary>STARTTLS if the server offers it.</summary>
    WhereOffered,

    None,

    /// <summary>STARTTLS; a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>From the first byte.</summary>
    Tls,
}
