using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Application.Cycles;

/// <summary>What the centre decides about a cycle that runs or is published; each wakes its workflow, which does the rest.</summary>
public sealed class SteerCycle(ChangeCycle change, TimeProvider clock) : IUseCase
{
    /// <summary>Khóa sớm.</summary>
    public Task<Outcome<Cycle>> Close(CycleId id, string? reason, Caller by, CancellationToken cancellation) =>
        Because(id, reason, by, (open, why, now) => open.Close($"{by.Name}: {why}", now), cancellation);

    /// <summary>Hủy.</summary>
    public Task<Outcome<Cycle>> Cancel(CycleId id, string? reason, Caller by, CancellationToken cancellation) =>
        Because(id, reason, by, (ended, why, now) => ended.Cancel(why, by, now), cancellation);

    /// <summary>Đính chính.</summary>
    public Task<Outcome<Cycle>> Correct(CycleId id, string? reason, Caller by, CancellationToken cancellation) =>
        Because(id, reason, by, (published, why, now) => published.Correct(why, by, now), cancellation);

    /// <summary>The corrected reports are in: the sector report is put together again.</summary>
    public Task<Outcome<Cycle>> FinishCorrecting(CycleId id, Caller by, CancellationToken cancellation) =>
        change.AndWake(id, published => published.FinishCorrecting(), by.Person, cancellation);

    private async Task<Outcome<Cycle>> Because(
        CycleId id, string? reason, Caller by, Func<Cycle, string, DateTimeOffset, Outcome<Cycle>> decide,
        CancellationToken cancellation) =>
        Reason.Check(reason) is { } missing
            ? missing
            : await change.AndWake(id, current => decide(current, reason!.Trim(), clock.GetUtcNow()), by.Person, cancellation);
}
