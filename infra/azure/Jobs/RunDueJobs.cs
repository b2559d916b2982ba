using System.Text.Json;
using VksServerless.Application.Jobs;
using VksServerless.Storage;

namespace VksServerless.Azure.Jobs;

/// <summary>
/// Runs every job from the timer of each minute, the morning's when a row says that they have not run since it was morning. A timer of
/// their own would be another scaling group, of which Azure keeps two instances ready where the app is spread over zones.
/// </summary>
public sealed class RunDueJobs(RunJobs jobs, IRowStore rows, TimeProvider clock)
{
    public const string Partition = "jobs";

    private static readonly string MorningKey = Cadence.EveryMorning.ToString();

    /// <summary>Those of the minute first; none waits for another that fails.</summary>
    /// <exception cref="AggregateException">Some failed; all the others were done.</exception>
    public async Task Execute(CancellationToken cancellation)
    {
        List<Exception> faults =
        [
            .. await FaultsOf(() => jobs.Execute(Cadence.EveryMinute, cancellation), cancellation),
            .. await FaultsOf(() => RunMorningJobs(cancellation), cancellation),
        ];
        if (faults.Count > 0)
        {
            throw new AggregateException(faults);
        }
    }

    private static async Task<IEnumerable<Exception>> FaultsOf(Func<Task> run, CancellationToken cancellation)
    {
        try
        {
            await run();
            return [];
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            return fault is AggregateException many ? many.InnerExceptions : [fault];
        }
    }

    private async Task RunMorningJobs(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var last = await LastMorningRun(cancellation);
        if (last >= Schedules.LastMorning(now))
        {
            return;
        }

        try
        {
            if (last is not null)
            {
                await jobs.Execute(Cadence.EveryMorning, cancellation);
            }
        }
        finally
        {
            await Remember(now, cancellation);
        }
    }

    /// <summary>Null before the first morning: there is nothing to make up for.</summary>
    private async Task<DateTimeOffset?> LastMorningRun(CancellationToken cancellation) =>
        await rows.Find(Partition, MorningKey, cancellation) is { } row ? JsonSerializer.Deserialize<LastRun>(row.Body.Span)!.At : null;

    /// <summary>
    /// Also of jobs that failed: they run again the next morning. A host that stops on the way leaves them to the next minute.
    /// </summary>
    private async Task Remember(DateTimeOffset now, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var body = JsonSerializer.SerializeToUtf8Bytes(new LastRun(now));
        await rows.Commit(Partition, [new RowWrite.Upsert(MorningKey, body)], [], cancellation);
    }

    private sealed record LastRun(DateTimeOffset At);
}
