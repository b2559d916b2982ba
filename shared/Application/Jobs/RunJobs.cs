using System.Diagnostics;

namespace VksServerless.Application.Jobs;

/// <summary>Runs every job of a cadence, one after the other; one that fails keeps none of the others waiting.</summary>
public sealed class RunJobs(IEnumerable<IJob> jobs) : IUseCase
{
    /// <exception cref="AggregateException">Some failed; all the others were done.</exception>
    public async Task Execute(Cadence cadence, CancellationToken cancellation)
    {
        using var span = Tracing.Begin(cadence.ToString(), kind: ActivityKind.Consumer);
        var faults = new List<Exception>();
        foreach (var job in jobs.Where(job => job.Cadence == cadence))
        {
            try
            {
                await job.Run(cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                faults.Add(new JobFailedException(job.Name, fault));
            }
        }

        if (faults.Count > 0)
        {
            span.SetStatus(ActivityStatusCode.Error);
            throw new AggregateException(faults);
        }
    }
}

public sealed class JobFailedException(string job, Exception fault) : Exception($"The job {job} failed: {fault.Message}", fault);
