using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

/// <summary>
/// Goes through every cycle that is under way; one that fails keeps none of the others waiting. It reads all the cycles there
/// ever were, 200 at a time: a few dozen a year, so that an index of those under way is not worth its upkeep before thousands.
/// </summary>
public sealed class EachCycle(ICycles cycles, TimeProvider clock) : IOperation
{
    private const int PageSize = 200;
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    /// <param name="afterEnd">For how long a cycle that has ended is still gone to. Null: for a day.</param>
    /// <exception cref="AggregateException">Some cycles failed; all the others were done.</exception>
    public async Task Execute(Func<CycleId, Task> act, CancellationToken cancellation, TimeSpan? afterEnd = null)
    {
        var faults = new List<Exception>();
        string? continuation = null;
        do
        {
            var page = await cycles.List(PageSize, continuation, cancellation);
            foreach (var cycle in page.Items.Where(cycle => cycle.IsUnderWay(clock.GetUtcNow(), afterEnd ?? ADay)))
            {
                try
                {
                    await act(cycle.Id);
                }
                catch (Exception fault) when (!cancellation.IsCancellationRequested)
                {
                    faults.Add(fault);
                }
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);

        if (faults.Count > 0)
        {
            throw new AggregateException(faults);
        }
    }
}
