using System.Text;

namespace VksServerless.Reports;

/// <summary>Which files are taken: their kinds, told by their first bytes and not by their names, sizes and names.</summary>
public static class AttachmentRules
{
    public const int MostMegabytes = 100;
    public const long MaxLength = MostMegabytes * 1024L * 1024;
    public const int MostFiles = 50;
    public const int MostDocuments = 20;

    /// <summary>Uploads in all for each file that a report may have: removed files stay in the store.</summary>
    public const int MostUploadsAFile = 10;

    /// <summary>How many files a report may have at once: each return lets the unit add as many again.</summary>
    public static int MostOf(Obligation obligation) => MostFiles * (1 + Math.Min(obligation.Returns, 19));
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    private static readonly Dictionary<string, (string Extension, byte[] Signature)> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = (".pdf", "%PDF-"u8.ToArray()),
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = (".docx", Zip),
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = (".xlsx", Zip),
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = (".pptx", Zip),
        ["application/zip"] = (".zip", Zip),
        ["image/png"] = (".png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ["image/jpeg"] = (".jpg", [0xFF, 0xD8, 0xFF]),
    };

    /// <summary>What a file of a kind that is taken can hold besides what is seen.</summary>
    public static FileContainer ContainerOf(string mediaType) => Kinds[mediaType] switch
    {
        (".pdf", _) => FileContainer.Pdf,
        (".zip", _) => FileContainer.Zip,
        (_, var signature) when signature == Zip => FileContainer.OfficeDocument,
        _ => FileContainer.None,
    };

    /// <summary>What may be known before a byte has come: kind, name, length.</summary>
    /// <param name="length">Bytes as announced; null when the client did not say.</param>
    public static Refusal? Announce(string fileName, string mediaType, long? length) =>
        !Kinds.TryGetValue(mediaType, out var kind) ? AttachmentRefusals.KindNotTaken(mediaType)
        : !IsPlainName(fileName) || !fileName.EndsWith(kind.Extension, StringComparison.OrdinalIgnoreCase)
            && !(kind.Extension == ".jpg" && fileName.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase))
            ? AttachmentRefusals.NameNotTaken(kind.Extension)
        : length is null or 0 ? AttachmentRefusals.LengthMissing
        : length > MaxLength ? AttachmentRefusals.TooLarge
        : null;

    /// <summary>Whether what came is what was announced.</summary>
    public static Refusal? Check(Attachment announced, long length, Sha256 sha256, ReadOnlyMemory<byte> head) =>
        length != announced.Length ? AttachmentRefusals.OtherLength(announced.Length, length)
        : sha256 != announced.Sha256 ? AttachmentRefusals.OtherHash
        : !head.Span.StartsWith(Kinds[announced.MediaType].Signature) ? AttachmentRefusals.OtherKind(announced.MediaType)
        : null;

    /// <summary>A name without a path, without streams, in which everything is seen; letters of any language.</summary>
    private static bool IsPlainName(string name) =>
        name.Length is > 4 and <= 150
        && name.Trim() == name
        && !name.StartsWith('.')
        && PlainText.IsOneLine(name, 150)
        && name.EnumerateRunes().All(
            rune =>
                Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '-' or '_' or '.' or '(' or ')' or ',' or '+'
                    || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark);
}

public enum FileContainer
{
    /// <summary>Nothing is hidden in it.</summary>
    None,
    Pdf,
    Zip,

    /// <summary>A zip archive with the parts of a document.</summary>
    OfficeDocument,
}
