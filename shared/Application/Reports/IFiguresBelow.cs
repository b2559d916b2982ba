using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>The figures of the units below, which a superior's report is checked against.</summary>
public interface IFiguresBelow
{
    /// <summary>What the accepted reports of the units directly under the node contribute.</summary>
    Task<IReadOnlyList<Contribution>> Accepted(CycleId cycle, UnitCode node, CancellationToken cancellation);

    /// <summary>
    /// What every unit's report contributes to what others compare with: while a cycle is being corrected, as it was published.
    /// </summary>
    Task<IReadOnlyList<Contribution>> Standing(Cycle cycle, Roster roster, CancellationToken cancellation);

    /// <summary>By unit directly below: what it and everything below it bring; units that bring nothing are not in it.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, Figure>>> ByUnit(
        CycleId cycle, UnitCode node, CancellationToken cancellation);
}
