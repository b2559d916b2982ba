using System.Collections.Concurrent;
using VksServerless.Aggregation;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Functions.Aggregation;
using VksServerless.Functions.Submissions;
using VksServerless.Publishing;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Publishing;

/// <summary>Brings every total up to date and puts the sector report together, as the units' reports stand now.</summary>
public sealed class ComposeReport(
    ICycles cycles, IReports reports, ITotals totals, IPublications publications, IForms forms, RecomputeTotal recompute) : IOperation
{
    private const int PageSize = 1000;
    private const int ContentsAtOnce = 8;

    /// <returns>The digest under which it is kept.</returns>
    public async Task<string> Execute(Cycle cycle, CancellationToken cancellation)
    {
        var roster = (await cycles.Roster(cycle, cancellation))!;
        var form = (await forms.Find(cycle.Terms.Form, cancellation))!;
        foreach (var node in roster.Nodes)
        {
            await recompute.Execute(cycle.Id, node.Unit, cancellation);
        }

        var children = await totals.Children(cycle.Id, UnitCode.Sector, cancellation);
        var standings = await Standings(cycle.Id, form, roster, cancellation);
        var report = SectorReport.Compose(cycle, form, roster, children, standings, await Earlier(cycle.Terms, cancellation));
        return await publications.Keep(report, cancellation);
    }

    /// <summary>The newest publication of the preceding period.</summary>
    private async Task<PublishedBefore?> Earlier(CycleTerms terms, CancellationToken cancellation) =>
        terms.Previous is { } previous
        && await publications.Of(previous, cancellation) is [.., { } newest]
        && await publications.Report(previous, newest.Digest, cancellation) is { } report
            ? new PublishedBefore(newest.Number, report, [])
            : null;

    private async Task<IEnumerable<Standing>> Standings(CycleId id, Form form, Roster roster, CancellationToken cancellation)
    {
        var standings = new ConcurrentBag<Standing>();
        string? continuation = null;
        do
        {
            var page = await reports.List(id, PageSize, continuation, cancellation);
            await Parallel.ForEachAsync(
                page.Items.Select(read => read.Value),
                new ParallelOptions { MaxDegreeOfParallelism = ContentsAtOnce, CancellationToken = cancellation },
                async (obligation, stop) =>
                    standings.Add(Standing.Of(obligation, await reports.AcceptedContentOf(obligation, form, stop), form, roster)));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return standings;
    }
}
