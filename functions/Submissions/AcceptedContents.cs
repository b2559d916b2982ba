using VksServerless.Forms;
using VksServerless.Publishing;
using VksServerless.Submissions;

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

        var content = await reports.ReadContent(obligation.Cycle, obligation.Unit, accepted.Sha256, cancellation);
        return new AcceptedContent(accepted.Version, accepted.Sha256, ReportJson.Read(form, content));
    }
}
