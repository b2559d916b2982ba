using VksServerless.Application.Cycles;
using VksServerless.Cycles;

namespace VksServerless.Application.Publications;

/// <summary>Tổng hợp toàn Ngành: composes the sector report and submits it to the leadership for approval.</summary>
public sealed class SubmitForApproval(ICycles cycles, ComposeReport compose, ChangeCycle change, TimeProvider clock) : IUseCase
{
    public async Task Execute(CycleId id, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is { Value: var cycle })
        {
            var digest = await compose.Execute(cycle, cancellation);
            var now = clock.GetUtcNow();
            await change.Execute(
                id,
                closed => closed.AwaitApproval(digest, now),
                _ => [new ReportLaidBefore(id, digest) { At = now, By = PersonId.System }],
                cancellation);
        }
    }
}
