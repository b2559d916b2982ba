using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Application.Cycles;

/// <summary>Dừng: opens no further cycle; those that are open stay. Stopped again, nothing changes.</summary>
public sealed class StopSeries(ISeries series, TimeProvider clock) : IUseCase
{
    private const int MostTries = 20;

    public async Task<Outcome<Versioned<CycleSeries>>> Execute(
        SeriesCode code, string? reason, Caller by, CancellationToken cancellation)
    {
        if (Reason.Check(reason) is { } missing)
        {
            return missing;
        }

        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await series.Read(code, cancellation) is not { } found)
            {
                return SeriesRefusals.Unknown(code.ToString());
            }

            var stopped = found.Value.Stop(reason!.Trim(), by, clock.GetUtcNow());
            if (stopped == found.Value)
            {
                return found;
            }

            if (await series.Save(stopped, found.ETag, cancellation) is { } etag)
            {
                return new Versioned<CycleSeries>(stopped, etag);
            }
        }

        return SeriesRefusals.Stale;
    }
}
