using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Application.Publications;

/// <summary>Trình lại: the centre hands in the sector report again that a leader has refused.</summary>
public sealed class ResubmitReport(ChangeCycle change, TimeProvider clock) : IUseCase
{
    public Task<Outcome<Cycle>> Execute(CycleId id, Caller by, CancellationToken cancellation) =>
        change.AndWake(id, refused => refused.ResubmitReport(clock.GetUtcNow()), by.Person, cancellation);
}
