using Microsoft.Azure.Functions.Worker;
using VksServerless.Aggregation;
using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Functions.Cycles;

/// <summary>Looks up what is due in a cycle now.</summary>
public sealed class ReadAgenda(ICycles cycles, ITotals totals, TimeProvider clock) : IOperation
{
    [Function(nameof(ReadAgenda))]
    public Task<Agenda> Run([ActivityTrigger] string cycle, CancellationToken cancellation) => Execute(CycleId.Of(cycle), cancellation);

    public async Task<Agenda> Execute(CycleId id, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is not { Value: var cycle })
        {
            return new Agenda(Step.End, null);
        }

        var total = await totals.Read(id, UnitCode.Sector, cancellation);
        return Agenda.Of(cycle, total.Value?.Completeness.IsEveryoneAccepted ?? false, clock.GetUtcNow());
    }
}
