using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Where it is kept how the units of each level stood in the preceding period, as it was when the cycle opened.</summary>
public interface IPeers
{
    /// <summary>Keeps it. A second call changes nothing.</summary>
    Task Keep(CycleId cycle, IReadOnlyDictionary<UnitLevel, PeerFigures> peers, CancellationToken cancellation);

    /// <returns>Null when nothing was kept.</returns>
    Task<IReadOnlyDictionary<UnitLevel, PeerFigures>?> Read(CycleId cycle, CancellationToken cancellation);
}
