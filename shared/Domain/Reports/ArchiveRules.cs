using System.Text;

namespace VksServerless.Reports;

/// <param name="Name">As the archive's directory has it.</param>
/// <param name="Length">Bytes when unpacked.</param>
public sealed record ArchiveEntry(string Name, long Length);

/// <summary>Which archives are taken, and documents that are archives, judged by their directory alone.</summary>
public static class ArchiveRules
{
    public const int MostEntries = 10_000;

    /// <summary>Well-packed text shrinks to a tenth, tables of figures to a fiftieth.</summary>
    private const int MostTimesLarger = 100;

    private const long AlwaysBorne = 100L * 1024 * 1024;

    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".exe", ".dll", ".com", ".js", ".jse", ".vbs", ".vbe", ".wsf", ".bat", ".cmd", ".ps1", ".scr", ".msi", ".lnk", ".hta", ".jar",
    };

    /// <param name="length">Bytes of the archive itself.</param>
    public static Refusal? Check(IReadOnlyList<ArchiveEntry> entries, long length, bool isDocument) =>
        entries.Count > MostEntries ? AttachmentRefusals.ArchiveUnreadable
        : entries.Any(entry => LeadsOutside(entry.Name))
            || entries.DistinctBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).Count() < entries.Count
            ? AttachmentRefusals.ArchiveNames
        : entries.Sum(entry => (decimal)entry.Length) is var total && total > AlwaysBorne && total > MostTimesLarger * (decimal)length
            ? AttachmentRefusals.ArchiveBomb
        : isDocument && entries.All(entry => entry.Name != "[Content_Types].xml") ? AttachmentRefusals.ArchiveUnreadable
        : entries.Any(entry => IsMacro(entry.Name)) ? AttachmentRefusals.Active("tài liệu chứa macro")
        : entries.Any(entry => IsControl(entry.Name)) ? AttachmentRefusals.Active("tài liệu chứa đối tượng nhúng (OLE, ActiveX)")
        : entries.Any(entry => IsProgram(entry.Name)) ? AttachmentRefusals.Active("tệp nén chứa chương trình hoặc lệnh")
        : null;

    private static bool LeadsOutside(string name) =>
        name.Length is 0 or > 500
        || name.StartsWith('/')
        || name.Any(letter => letter is '\\' or ':')
        || name.EnumerateRunes().Any(IsUnseen)
        || name.Split('/').Any(segment => segment is ".." or ".");

    /// <summary>Old archives do not say in which code their names are: what cannot be read of one deceives nobody.</summary>
    private static bool IsUnseen(Rune rune) => rune != Rune.ReplacementChar && PlainText.IsUnseen(rune);

    /// <summary>Programs in Visual Basic, and Excel's sheets of macros from before it.</summary>
    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Objects of other programs: a packed file of any kind may be one. Sheets and charts are embedded as documents.</summary>
    private static bool IsControl(string name) =>
        name.Contains("activeX/", StringComparison.OrdinalIgnoreCase)
        || (name.Contains("embeddings/", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase));

    /// <summary>What Windows runs when it is opened; it drops dots and spaces at the end of a name.</summary>
    private static bool IsProgram(string name) => Programs.Contains(Path.GetExtension(name.TrimEnd('.', ' ')));
}
