using VksServerless.Application.Cycles;
using VksServerless.Application.Totals;
using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Application.Workflow;

/// <summary>Looks up what is due in a cycle now.</summary>
public sealed class ReadAgenda(ICycles cycles, ITotals totals, TimeProvider clock) : IUseCase
{
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
