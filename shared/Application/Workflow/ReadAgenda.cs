using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Workflow;

/// <summary>Looks up what is due in a cycle now.</summary>
public sealed class ReadAgenda(ICycles cycles, IReports reports, ITotals totals, TimeProvider clock) : IUseCase
{
    public async Task<Agenda> Execute(CycleId id, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is not { Value: var cycle })
        {
            return new Agenda(Step.End, null);
        }

        var total = await totals.Read(id, UnitCode.Sector, cancellation);
        var now = clock.GetUtcNow();
        var awaitedUntil = cycle.IsToBeComposed ? await AwaitedUntil(id, now, cancellation) : null;
        return Agenda.Of(cycle, total.Value?.Completeness.IsEveryoneAccepted ?? false, now, awaitedUntil);
    }

    private async Task<DateTimeOffset?> AwaitedUntil(CycleId id, DateTimeOffset now, CancellationToken cancellation) =>
        await reports.All(id, cancellation).Where(read => read.Value.IsAwaited(now)).Select(read => read.Value.ReopenedUntil)
            .MaxAsync(cancellationToken: cancellation);
}
