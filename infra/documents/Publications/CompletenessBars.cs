using VksServerless.Documents.Charts;
using VksServerless.Publications;
using VksServerless.Totals;

namespace VksServerless.Documents.Publications;

/// <summary>Who handed in on time, late or not at all, as a bar a level; the table beside it has the figures.</summary>
public static class CompletenessBars
{
    private static readonly ChartPart Exempt = new("Được miễn", Shade.Dotted);

    private static readonly IReadOnlyList<ChartPart> Parts =
        [new("Đúng hạn", Shade.Solid), new("Muộn", Shade.Slanted), new("Chưa nộp", Shade.Crossed)];

    public static Chart Of(SectorReport report) => CompletenessView.Of(report, new ReportUnits(report)).Bars;

    /// <param name="withExempt">Whether any unit is exempt: otherwise nothing is said of it.</param>
    internal static Chart Of(IEnumerable<(string Name, Completeness Completeness)> rows, bool withExempt) => new BarsChart(
        "bieu-do-nop", "Tình hình nộp báo cáo theo cấp", "Cấp", withExempt ? [.. Parts, Exempt] : Parts,
        [.. rows.Select(row => RowOf(row.Name, row.Completeness, withExempt))], AsShares: true).Draw();

    // A report of the past whose counts do not add up is still published; its table shows what they are.
    private static BarRow RowOf(string name, Completeness of, bool withExempt)
    {
        decimal[] parts = [of.OnTime, of.Late, Math.Max(0, of.Missing)];
        return new BarRow(
            name.Replace("Viện kiểm sát nhân dân", "VKSND", StringComparison.Ordinal),
            withExempt ? [.. parts, of.Exempt] : parts,
            $"{Written.Count(of.Received)}/{Written.Count(of.Expected)} đã nộp");
    }
}
