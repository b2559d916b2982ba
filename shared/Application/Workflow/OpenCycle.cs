using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Application.Workflow;

/// <summary>Mở: fixes the participants and their obligations; the events of these tell the units.</summary>
public sealed class OpenCycle(
    ICycles cycles, IReports reports, IDirectoryStore directories, GatherPeers peers, ChangeCycle change, TimeProvider clock) : IUseCase
{
    private const int PageSize = 1000;

    public async Task Execute(CycleId id, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is not { Value: { Phase: CyclePhase.Starting } cycle })
        {
            return;
        }

        var now = clock.GetUtcNow();
        var directory = (await directories.Read(cancellation)).Value;
        var day = cycle.IsImported ? cycle.CountedOn : VietnamTime.DayOf(now);
        var roster = await cycles.Fix(id, Roster.Fix(cycle.Terms.Participants, directory, day), cancellation);
        await peers.Execute(cycle, cancellation);
        foreach (var page in roster.Participants.Chunk(PageSize))
        {
            await reports.CreateObligations([.. page.Select(participant => Obligation.Fix(cycle, participant))], now, cancellation);
        }

        await change.Execute(id, starting => starting.Open(clock.GetUtcNow()), _ => [], cancellation);
    }
}
