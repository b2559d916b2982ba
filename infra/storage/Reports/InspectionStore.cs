using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Storage.Reports;

/// <summary>Beside the report that was inspected, so that a check and its event are written in one transaction.</summary>
internal sealed class InspectionStore(IRowStore rows) : IInspections
{
    private const int PageSize = 1000;

    public async Task<IReadOnlyList<Inspection>> Of(Obligation report, CancellationToken cancellation)
    {
        var found = await rows.List(
            NodeRows.Partition(report.Cycle, report.Superior), NodeRows.InspectionsOf(report.Unit), cancellation);
        return [.. found.Select(row => StoredJson.Read<Inspection>(row.Body))];
    }

    public async Task<IReadOnlyList<Inspection>> All(CycleId cycle, CancellationToken cancellation)
    {
        var all = new List<Inspection>();
        string? continuation = null;
        do
        {
            var page = await rows.Scan(NodeRows.Partitions(cycle), NodeRows.Inspections, PageSize, continuation, cancellation);
            all.AddRange(page.Rows.Select(row => StoredJson.Read<Inspection>(row.Body)));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return all;
    }

    public async Task<bool> Add(Obligation report, Inspection inspection, CancellationToken cancellation) =>
        await rows.TryCommit(
            NodeRows.Partition(report.Cycle, report.Superior),
            [new RowWrite.Insert(NodeRows.Inspection(inspection.Unit, inspection.Number), StoredJson.Write(inspection))],
            [inspection.Happened(report)],
            cancellation) is not null;
}
