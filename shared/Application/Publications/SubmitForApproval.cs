using VksServerless.Application.Cycles;
using VksServerless.Cycles;

namespace VksServerless.Application.Publications;

/// <summary>Tổng hợp toàn Ngành: composes the sector report and submits it to the leadership for approval.</summary>
public sealed class SubmitForApproval(ICycles cycles, ComposeReport compose, ChangeCycle change, TimeProvider clock) : IUseCase
{
    private const int MostTries = 5;

    public async Task Execute(CycleId id, CancellationToken cancellation)
    {
        // What the centre writes meanwhile changes the cycle. A centre that never stops is not waited for: the publication would notice.
        for (var attempt = 1; await cycles.Read(id, cancellation) is { Value: { IsToBeComposed: true } cycle }; attempt++)
        {
            var digest = await compose.Execute(cycle, cancellation);
            var now = clock.GetUtcNow();
            var submitted = await change.Execute(
                id,
                closed => closed.AwaitApproval(digest, now),
                laid => laid.Phase is CyclePhase.AwaitingApproval && cycle.IsNewsForLeadership(digest)
                    ? [new ReportLaidBefore(id, digest, laid.Revision) { At = now, By = PersonId.System }]
                    : [],
                cancellation,
                attempt < MostTries ? cycle.Revision : null);
            if (!submitted.Refused || attempt >= MostTries)
            {
                return;
            }
        }
    }
}
