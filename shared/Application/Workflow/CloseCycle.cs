using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Application.Workflow;

/// <summary>Khóa: the workflow closes the cycle, after the last deadline or because everyone is accepted.</summary>
public sealed class CloseCycle(ChangeCycle change, TimeProvider clock) : IUseCase
{
    public Task Execute(CycleId id, CancellationToken cancellation) =>
        change.Execute(id, open => open.Close(Caller.System.Name, clock.GetUtcNow()), _ => [], cancellation);
}
