using Microsoft.Azure.Functions.Worker;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Functions.Cycles;

namespace VksServerless.Functions.Publishing;

/// <summary>Tổng hợp toàn Ngành: puts the sector report together and lays it before the leadership.</summary>
public sealed class PutReportTogether(ICycles cycles, ComposeReport compose, ChangeCycle change, ReadAgenda agenda, TimeProvider clock) : IOperation
{
    [Function(nameof(PutReportTogether))]
    public async Task<Agenda> Run([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        var id = CycleId.Of(cycle);
        if ((await agenda.Execute(id, cancellation)).Step == Step.Aggregate)
        {
            var digest = await compose.Execute((await cycles.Read(id, cancellation))!.Value, cancellation);
            await change.Execute(
                id, closed => closed.LayBefore(digest, clock.GetUtcNow()), _ => [new ReportLaidBefore(id, digest)], cancellation);
        }

        return await agenda.Execute(id, cancellation);
    }
}
