using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

public static class AcceptedContents
{
    /// <summary>What was accepted of an obligation, read from the store and checked against its hash; null when nothing is.</summary>
    public static async Task<AcceptedContent?> AcceptedContentOf(
        this IReports reports, Obligation obligation, Form form, CancellationToken cancellation)
    {
        if (obligation.State is not ReportState.Accepted accepted)
        {
            return null;
        }

        return new AcceptedContent(
            accepted.Version, accepted.Sha256,
            await reports.ContentOf(obligation.Cycle, obligation.Unit, accepted.Sha256, form, cancellation));
    }

    /// <summary>What a unit once handed in, read from the store and checked against its hash.</summary>
    public static async Task<ReportContent> ContentOf(
        this IReports reports, CycleId cycle, UnitCode unit, Sha256 sha256, Form form, CancellationToken cancellation) =>
        ReportJson.Read(form, await reports.ReadContent(cycle, unit, sha256, cancellation));
}
