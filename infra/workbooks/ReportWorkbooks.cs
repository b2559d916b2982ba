using System.Xml;
using VksServerless.Application.Workbooks;
using VksServerless.Workbooks.Marking;
using VksServerless.Workbooks.Packages;
using VksServerless.Workbooks.Reading;
using VksServerless.Workbooks.Writing;

namespace VksServerless.Workbooks;

/// <summary>Writes, reads and marks workbooks. Holds nothing between calls.</summary>
public sealed class ReportWorkbooks : IReportWorkbooks
{
    public async Task Write(ReportWorkbook workbook, Stream to, CancellationToken cancellation)
    {
        using var written = new MemoryStream();
        WorkbookWriter.Write(workbook, written);
        written.Position = 0;
        await written.CopyToAsync(to, cancellation);
    }

    public async Task<Outcome<FilledWorkbook>> Read(Stream from, CancellationToken cancellation) =>
        await Upload.Read(from, cancellation) is { } bytes ? Guarded(() => ReadBytes(bytes)) : WorkbookRefusals.TooLarge;

    public Outcome<ReadOnlyMemory<byte>> Mark(ReadOnlyMemory<byte> workbook, IReadOnlyList<WorkbookFault> faults) =>
        workbook.Length > IReportWorkbooks.MaxBytes
            ? WorkbookRefusals.TooLarge
            : Guarded<ReadOnlyMemory<byte>>(() => WorkbookMarker.Mark(workbook, faults));

    private static FilledWorkbook ReadBytes(ReadOnlyMemory<byte> bytes)
    {
        using var package = WorkbookPackage.Open(bytes);
        return WorkbookReader.Read(package);
    }

    private static Outcome<T> Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return unreadable.Refusal;
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            return WorkbookRefusals.Damaged;
        }
    }
}
