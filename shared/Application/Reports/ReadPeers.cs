using System.Collections.Concurrent;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>
/// Medians of the accepted reports of a cycle, over the units of one level under one superior. Kept for a minute, because a superior
/// reads one report after the other.
/// </summary>
public sealed class ReadPeers(IFiguresBelow figuresBelow, TimeProvider clock) : IUseCase
{
    private const int MostKept = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(CycleId, UnitCode, UnitLevel), (DateTimeOffset At, PeerFigures Figures)> _kept = [];

    public async Task<PeerFigures> Of(OpenReport open, CancellationToken cancellation)
    {
        var (cycle, superior) = (open.Obligation.Cycle, open.Obligation.Superior);
        var (level, now) = (open.Roster.LevelOf(open.Obligation.Unit), clock.GetUtcNow());
        if (_kept.TryGetValue((cycle, superior, level), out var kept) && now < kept.At + Kept)
        {
            return kept.Figures;
        }

        var figures = PeerFigures.Of((await figuresBelow.Accepted(cycle, superior, cancellation))
            .Where(accepted => open.Roster.Knows(accepted.Unit) && open.Roster.LevelOf(accepted.Unit) == level));
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[(cycle, superior, level)] = (now, figures);
        return figures;
    }
}
