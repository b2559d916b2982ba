using VksServerless.Cycles;

namespace VksServerless.Application.Cycles;

public static class StandingCycles
{
    /// <summary>The cycle of the preceding period. What was cancelled is not there: what preceded that one does.</summary>
    public static Task<Cycle?> Preceding(this ICycles cycles, Cycle cycle, CancellationToken cancellation) =>
        cycles.Standing(cycle.Terms.Previous, cancellation);

    /// <summary>The cycle itself or, when it was cancelled, what preceded it.</summary>
    public static async Task<Cycle?> Standing(this ICycles cycles, CycleId? named, CancellationToken cancellation)
    {
        var seen = new HashSet<CycleId>();
        for (var at = named; at is { } id && seen.Add(id);)
        {
            if (await cycles.Read(id, cancellation) is not { Value: var found })
            {
                return null;
            }

            if (found.Phase is not CyclePhase.Cancelled)
            {
                return found;
            }

            at = found.Terms.Previous;
        }

        return null;
    }
}
