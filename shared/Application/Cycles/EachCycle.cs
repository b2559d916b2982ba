using VksServerless.Cycles;

namespace VksServerless.Application.Cycles;

/// <summary>Goes through every cycle that is under way; one that fails keeps none of the others waiting.</summary>
public sealed class EachCycle(ICycles cycles, TimeProvider clock) : IUseCase
{
    /// <summary>
    /// Ten thousand mails at a hundred an hour are done within a week: after so long nothing of a cycle is looked at any more.
    /// </summary>
    public static readonly TimeSpan LongestAfterEnd = TimeSpan.FromDays(30);

    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    /// <param name="afterEnd">How long a cycle that has ended is still included. Null: for a day.</param>
    /// <exception cref="AggregateException">Some cycles failed; all the others were done.</exception>
    public async Task Execute(Func<CycleId, Task> act, CancellationToken cancellation, TimeSpan? afterEnd = null)
    {
        var faults = new List<Exception>();
        foreach (var entry in await cycles.UnderWay(cancellation))
        {
            try
            {
                await Visit(entry, act, afterEnd ?? ADay, cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            throw new AggregateException(faults);
        }
    }

    private async Task Visit(Versioned<CycleId> entry, Func<CycleId, Task> act, TimeSpan afterEnd, CancellationToken cancellation)
    {
        if (await cycles.Read(entry.Value, cancellation) is not { Value: var cycle })
        {
            return;
        }

        var now = clock.GetUtcNow();
        if (cycle.IsUnderWay(now, afterEnd))
        {
            await act(cycle.Id);
        }
        else if (!cycle.IsDraft && !cycle.IsUnderWay(now, LongestAfterEnd))
        {
            await cycles.Leave(entry, cancellation);
        }
    }
}
