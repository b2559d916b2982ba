using VksServerless.Documents.Charts;
using VksServerless.Publications;
using VksServerless.Totals;

namespace VksServerless.Documents.Publications;

/// <summary>Who handed in on time, late or not at all, as a bar a level; the table beside it has the figures.</summary>
public static class CompletenessBars
{
    private static readonly IReadOnlyList<ChartPart> Parts =
        [new("Đúng hạn", Shade.Solid), new("Muộn", Shade.Slanted), new("Chưa nộp", Shade.Crossed), new("Được miễn", Shade.Dotted)];

    public static Chart Of(SectorReport report) => CompletenessView.Of(report, new ReportUnits(report)).Bars;

    /// <param name="rows">The whole first, then its parts.</param>
    internal static Chart Of(IEnumerable<(string Name, Completeness Completeness)> rows) => new BarsChart(
        "bieu-do-nop", "Tình hình nộp báo cáo theo cấp", "Cấp", Parts, [.. rows.Select(row => RowOf(row.Name, row.Completeness))], true)
        .Draw();

    // A report of the past whose counts do not add up is still published; its table shows what they are.
    private static BarRow RowOf(string name, Completeness of) => new(
        name, [of.OnTime, of.Late, Math.Max(0, of.Missing), of.Exempt], $"{Written.Count(of.Received)}/{Written.Count(of.Expected)} đã nộp");
}
