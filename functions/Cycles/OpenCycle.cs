using Microsoft.Azure.Functions.Worker;
using VksServerless.Cycles;
using VksServerless.Functions.Submissions;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Cycles;

/// <summary>Mở: fixes the participants and their obligations; the events of these tell the units.</summary>
public sealed class OpenCycle(ICycles cycles, IReports reports, IDirectoryStore directories, GatherPeers peers, ChangeCycle change, ReadAgenda agenda, TimeProvider clock) : IOperation
{
    private const int PageSize = 1000;

    [Function(nameof(OpenCycle))]
    public async Task<Agenda> Run([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        var id = CycleId.Of(cycle);
        await Execute(id, cancellation);
        return await agenda.Execute(id, cancellation);
    }

    private async Task Execute(CycleId id, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is not { Value: { Phase: CyclePhase.Starting } cycle })
        {
            return;
        }

        var directory = (await directories.Read(cancellation)).Value;
        var roster = await cycles.Fix(id, Roster.Fix(cycle.Terms.Participants, directory, VietnamTime.DayOf(clock.GetUtcNow())), cancellation);
        await peers.Execute(cycle, cancellation);
        foreach (var page in roster.Participants.Chunk(PageSize))
        {
            await reports.Oblige([.. page.Select(participant => Obligation.Fix(cycle, participant))], cancellation);
        }

        await change.Execute(id, starting => starting.Open(clock.GetUtcNow()), _ => [], cancellation);
    }
}
