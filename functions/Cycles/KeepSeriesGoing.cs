using Microsoft.Azure.Functions.Worker;
using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

/// <summary>Every minute: each series opens what is due; one that fails keeps none of the others waiting.</summary>
public sealed class KeepSeriesGoing(ISeries series, OpenNextCycle open)
{
    [Function(nameof(KeepSeriesGoing))]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var faults = new List<Exception>();
        foreach (var one in await series.All(cancellation))
        {
            try
            {
                await open.Execute(one, cancellation);
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
}
