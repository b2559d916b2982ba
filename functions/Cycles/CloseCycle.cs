using Microsoft.Azure.Functions.Worker;
using VksServerless.Access;
using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

/// <summary>Khóa: by the clock, or because everyone is accepted.</summary>
public sealed class CloseCycle(ChangeCycle change, ReadAgenda agenda, TimeProvider clock) : IOperation
{
    [Function(nameof(CloseCycle))]
    public async Task<Agenda> Run([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        var id = CycleId.Of(cycle);
        var due = await agenda.Execute(id, cancellation);
        if (due.Step == Step.Close)
        {
            await change.Execute(id, open => open.Close(Caller.System.Name, clock.GetUtcNow()), _ => [], cancellation);
        }

        return await agenda.Execute(id, cancellation);
    }
}
