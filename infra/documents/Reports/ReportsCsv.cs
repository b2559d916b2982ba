using CsvHelper;
using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Documents.Reports;

/// <summary>
/// The reports of a cycle as a CSV file: UTF-8 with a byte order mark so that Excel shows the diacritics. A text that a spreadsheet would
/// run as a formula gets an apostrophe in front.
/// </summary>
public static class ReportsCsv
{
    private static readonly string[] Columns =
        ["Mã đơn vị", "Đơn vị", "Cấp trên", "Tình trạng", "Hạn nộp", "Khóa", "Nhận lần đầu", "Số bản đã nộp", "Đúng hạn"];

    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static async Task Write(IAsyncEnumerable<Obligation> reports, Roster roster, Stream file, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(file, Options, leaveOpen: true);
        csv.WriteHeader(Columns);
        await foreach (var report in reports.WithCancellation(cancellation))
        {
            csv.WriteField(report.Unit.ToString());
            csv.WriteField(roster.NameOf(report.Unit));
            csv.WriteField(roster.NameOf(report.Superior));
            csv.WriteField(Labels.OfState(report.State.Name));
            csv.WriteField(Documents.Written.Instant(report.DueAt));
            csv.WriteField(Documents.Written.Instant(report.ClosesAt));
            csv.WriteField(report.FirstReceivedAt is { } at ? Documents.Written.Instant(at) : "");
            csv.WriteField(report.Versions);
            csv.WriteField(report.OnTime switch { true => "Đúng hạn", false => "Muộn", _ => "" });
            await csv.EndRecordAsync(cancellation);
        }

        await csv.FlushAsync(cancellation);
    }
}
