using System.Collections.Concurrent;
using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

/// <summary>
/// Remembers since when an orchestration has not answered: one that runs takes a wake-up at once, even in the middle of a long
/// step. In memory only: a host that forgets merely waits once more.
/// </summary>
public sealed class SilentWorkflows(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<CycleId, (DateTimeOffset LastSign, DateTimeOffset Noticed)> _silent = [];

    /// <param name="lastSign">When it last did anything.</param>
    public Silence Judge(CycleId cycle, DateTimeOffset lastSign)
    {
        var now = clock.GetUtcNow();
        var since = _silent.AddOrUpdate(cycle, (lastSign, now), (_, known) => known.LastSign == lastSign ? known : (lastSign, now));
        return (now - since.Noticed) switch
        {
            var silence when silence < Patience => Silence.Short,
            var silence when silence < 2 * Patience => Silence.Long,
            _ => Silence.Final,
        };
    }
}

public enum Silence
{
    /// <summary>It may only have missed an event: wake it.</summary>
    Short,

    /// <summary>Wake-ups do not reach it: end it.</summary>
    Long,

    /// <summary>It cannot even be ended: remove it.</summary>
    Final,
}
