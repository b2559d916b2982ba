using VksServerless.Application.Workbooks;

namespace VksServerless.Workbooks.Packages;

/// <summary>Tells by its first bytes what a file is that is no zip archive.</summary>
internal static class FileKind
{
    /// <returns>Null for a zip archive.</returns>
    public static Refusal? RefusalOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\x03\x04"u8) ? null
        : !bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? WorkbookRefusals.NotAWorkbook
        : Names(bytes, "EncryptedPackage") || Names(bytes, "EncryptionInfo") ? WorkbookRefusals.Protected
        : Names(bytes, "Workbook") || Names(bytes, "Book") ? WorkbookRefusals.OldExcel
        : WorkbookRefusals.NotAWorkbook;

    /// <summary>The directory of a compound file holds the names of its streams in UTF-16.</summary>
    private static bool Names(ReadOnlySpan<byte> bytes, string stream) =>
        bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes(stream)) >= 0;
}
