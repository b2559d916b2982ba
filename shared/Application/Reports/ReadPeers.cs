using System.Collections.Concurrent;
using VksServerless.Application.Totals;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>
/// How the accepted reports of a cycle stand of the units of one level under one superior. Each superior's are kept until its total
/// changes: whoever judges reads one report after the other.
/// </summary>
public sealed class ReadPeers(ITotals totals) : IUseCase
{
    private const int MostKept = 200;
    private readonly ConcurrentDictionary<(CycleId, UnitCode, UnitLevel), (ETag Total, PeerFigures Figures)> _kept = [];

    public async Task<PeerFigures> Of(OpenReport open, CancellationToken cancellation)
    {
        var (cycle, superior) = (open.Obligation.Cycle, open.Obligation.Superior);
        var level = open.Roster.LevelOf(open.Obligation.Unit);
        var total = (await totals.Read(cycle, superior, cancellation)).ETag;
        if (_kept.TryGetValue((cycle, superior, level), out var kept) && kept.Total == total)
        {
            return kept.Figures;
        }

        var figures = PeerFigures.Of((await totals.Children(cycle, superior, cancellation))
            .Where(child => open.Roster.Knows(child.Unit) && open.Roster.LevelOf(child.Unit) == level)
            .Select(child => child.Settled).OfType<Contribution>());
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[(cycle, superior, level)] = (total, figures);
        return figures;
    }
}
