using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Submissions;

/// <summary>Where it is kept how the units of each level stood in the preceding period, as it was when the cycle opened.</summary>
public interface IPeers
{
    /// <summary>Keeps it. Whoever comes second changes nothing.</summary>
    Task Keep(CycleId cycle, IReadOnlyDictionary<UnitLevel, PeerFigures> peers, CancellationToken cancellation);

    /// <returns>Null when nothing was kept.</returns>
    Task<IReadOnlyDictionary<UnitLevel, PeerFigures>?> Read(CycleId cycle, CancellationToken cancellation);
}
