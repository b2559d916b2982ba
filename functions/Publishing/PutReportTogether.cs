using Microsoft.Azure.Functions.Worker;
using VksServerless.Aggregation;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Forms;
using VksServerless.Functions.Aggregation;
using VksServerless.Functions.Cycles;
using VksServerless.Functions.Submissions;
using VksServerless.Publishing;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Publishing;

/// <summary>Tổng hợp toàn Ngành: brings every total up to date, puts the sector report together and lays it before the leadership.</summary>
public sealed class PutReportTogether(
    ICycles cycles, IReports reports, ITotals totals, IPublications publications, FormCatalogue forms,
    RecomputeTotal recompute, ChangeCycle change, ReadAgenda agenda, TimeProvider clock) : IOperation
{
    private const int PageSize = 1000;

    [Function(nameof(PutReportTogether))]
    public async Task<Agenda> Run([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        var id = CycleId.Of(cycle);
        if ((await agenda.Execute(id, cancellation)).Step == Step.Aggregate)
        {
            await Execute(id, cancellation);
        }

        return await agenda.Execute(id, cancellation);
    }

    private async Task Execute(CycleId id, CancellationToken cancellation)
    {
        var cycle = (await cycles.Read(id, cancellation))!.Value;
        var roster = (await cycles.Roster(id, cancellation))!;
        var form = forms.Find(cycle.Terms.Form)!;
        foreach (var node in roster.Nodes)
        {
            await recompute.Execute(id, node.Unit, cancellation);
        }

        var children = await totals.Children(id, UnitCode.Sector, cancellation);
        var report = SectorReport.Compose(cycle, form, roster, children, await Standings(id, form, cancellation));
        var digest = await publications.Keep(report, cancellation);
        await change.Execute(
            id, closed => closed.LayBefore(digest, clock.GetUtcNow()), _ => [new ReportLaidBefore(id, digest)], cancellation);
    }

    private async Task<List<Standing>> Standings(CycleId id, Form form, CancellationToken cancellation)
    {
        var standings = new List<Standing>();
        string? continuation = null;
        do
        {
            var page = await reports.List(id, PageSize, continuation, cancellation);
            foreach (var obligation in page.Items.Select(read => read.Value))
            {
                standings.Add(new Standing(obligation, await reports.AcceptedContentOf(obligation, form, cancellation)));
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
        return standings;
    }
}
