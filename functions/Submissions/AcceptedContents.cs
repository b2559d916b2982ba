using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Publishing;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Submissions;

public static class AcceptedContents
{
    /// <summary>What was accepted of an obligation, read from the store and held against its hash; null when nothing is.</summary>
    public static async Task<AcceptedContent?> AcceptedContentOf(this IReports reports, Obligation obligation, Form form, CancellationToken cancellation)
    {
        if (obligation.State is not ReportState.Accepted accepted)
        {
            return null;
        }

        return new AcceptedContent(
            accepted.Version, accepted.Sha256, await reports.ContentOf(obligation.Cycle, obligation.Unit, accepted.Sha256, form, cancellation));
    }

    /// <summary>What a unit once handed in, read from the store and held against its hash.</summary>
    public static async Task<ReportContent> ContentOf(
        this IReports reports, CycleId cycle, UnitCode unit, string sha256, Form form, CancellationToken cancellation) =>
        ReportJson.Read(form, await reports.ReadContent(cycle, unit, sha256, cancellation));
}
