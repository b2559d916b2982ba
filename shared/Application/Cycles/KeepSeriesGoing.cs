using VksServerless.Application.Jobs;

namespace VksServerless.Application.Cycles;

/// <summary>Each series opens what is due; one that fails keeps none of the others waiting.</summary>
public sealed class KeepSeriesGoing(ISeries series, OpenNextCycle open) : IJob
{
    public Cadence Cadence => Cadence.EveryMinute;

    public async Task Run(CancellationToken cancellation)
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
