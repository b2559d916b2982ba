using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using VksServerless.Application.Reports.Inspecting;
using VksServerless.Application.Workbooks;

namespace VksServerless.Workbooks.Packages;

/// <summary>The zip archive of a workbook, after its directory was judged. Parts are inflated as they are read, up to the limits.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries;
    private long _spent;

    private WorkbookPackage(ZipArchive archive)
    {
        _archive = archive;
        _entries = archive.Entries.ToDictionary(entry => entry.FullName, StringComparer.OrdinalIgnoreCase);
    }

    public IEnumerable<ZipArchiveEntry> Entries => _archive.Entries;

    /// <exception cref="UnreadableWorkbookException">It is no workbook, or not one that is taken.</exception>
    public static WorkbookPackage Open(ReadOnlyMemory<byte> bytes)
    {
        if ((FileKind.RefusalOf(bytes.Span) ?? Inspect(bytes.Span)) is { } refusal)
        {
            throw new UnreadableWorkbookException(refusal);
        }

        var package = new WorkbookPackage(new ZipArchive(StreamOf(bytes), ZipArchiveMode.Read));
        if (PackageContents.RefusalOf(package) is { } unfit)
        {
            package.Dispose();
            throw new UnreadableWorkbookException(unfit);
        }

        return package;
    }

    public bool Has(string part) => _entries.ContainsKey(part);

    /// <exception cref="UnreadableWorkbookException">There is no such part.</exception>
    public Stream Inflate(string part, long most = Limits.PartBytes) => _entries.TryGetValue(part, out var entry)
        ? new InflatedStream(entry.Open(), most, Spend)
        : throw new UnreadableWorkbookException(WorkbookRefusals.Damaged);

    public PartReader Read(string part) => new(Inflate(part));

    /// <summary>A small part as a whole.</summary>
    public XDocument Tree(string part)
    {
        using var reader = new PartReader(Inflate(part, Limits.TreeBytes));
        return reader.ReadTag() ? new XDocument(TreeReader.Read(reader)) : throw new UnreadableWorkbookException(WorkbookRefusals.Damaged);
    }

    public void Dispose() => _archive.Dispose();

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var held)
        ? new MemoryStream(held.Array!, held.Offset, held.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    private static Refusal? Inspect(ReadOnlySpan<byte> bytes)
    {
        var inspection = new ZipInspection(isDocument: false);
        inspection.Pass(bytes);
        return inspection.Verdict() switch
        {
            null => null,
            { Type: "attachment-archive" } => WorkbookRefusals.Damaged,
            { Type: "attachment-active" } => WorkbookRefusals.Active("macro, đối tượng nhúng hoặc chương trình"),
            _ => WorkbookRefusals.Unsafe,
        };
    }

    private void Spend(int bytes)
    {
        _spent += bytes;
        if (_spent > Limits.AllBytes)
        {
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMuchInside);
        }
    }
}
