using VksServerless.Calendars;
using VksServerless.Cycles;

namespace VksServerless.Application.Cycles;

/// <summary>The cycles that a series has opened, the newest first, found by their periods.</summary>
public sealed class ReadOpenedCycles(ICycles cycles) : IUseCase
{
    /// <param name="most">How far back is looked, in periods.</param>
    public async Task<IReadOnlyList<Cycle>> Execute(CycleSeries series, int most, CancellationToken cancellation)
    {
        var opened = new List<Cycle>();
        for (var period = series.Latest?.Period; period is not null && opened.Count < most; period = series.Terms.Periods.Before(period))
        {
            if (await cycles.Read(series.IdOf(period), cancellation) is not { Value: var cycle })
            {
                break;
            }

            opened.Add(cycle);
        }

        return opened;
    }
}
