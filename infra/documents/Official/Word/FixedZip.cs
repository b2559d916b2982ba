using System.IO.Compression;

namespace VksServerless.Documents.Official.Word;

/// <summary>Writes a package again so that equal content makes equal bytes: entries in one order and without the time of writing.</summary>
internal static class FixedZip
{
    // The first instant that a zip can name.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ReadOnlyMemory<byte> Repack(byte[] package)
    {
        using var repacked = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var to = new ZipArchive(repacked, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers look for the content types first.
            foreach (var entry in from.Entries.OrderBy(entry => !entry.FullName.StartsWith('[')).ThenBy(
                entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return repacked.ToArray();
    }
}
