namespace VksServerless.Submissions;

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

    /// <param name="length">Bytes of the archive itself.</param>
    public static Refusal? Check(IReadOnlyList<ArchiveEntry> entries, long length, bool isDocument) =>
        entries.Count > MostEntries ? AttachmentRefusals.ArchiveUnreadable
        : entries.Any(entry => LeadsOutside(entry.Name)) || entries.DistinctBy(entry => entry.Name).Count() < entries.Count ? AttachmentRefusals.ArchiveNames
        : entries.Sum(entry => (decimal)entry.Length) is var total && total > AlwaysBorne && total > MostTimesLarger * (decimal)length ? AttachmentRefusals.ArchiveBomb
        : isDocument && entries.All(entry => entry.Name != "[Content_Types].xml") ? AttachmentRefusals.ArchiveUnreadable
        : entries.Any(entry => IsMacro(entry.Name)) ? AttachmentRefusals.Active("tài liệu chứa macro")
        : null;

    private static bool LeadsOutside(string name) =>
        name.Length is 0 or > 500
        || name.StartsWith('/')
        || name.Any(letter => letter is '\\' or ':' || char.IsControl(letter))
        || name.Split('/').Any(segment => segment is ".." or ".");

    /// <summary>Programs in Visual Basic, and Excel's sheets of macros from before it.</summary>
    private static bool IsMacro(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase);
}
