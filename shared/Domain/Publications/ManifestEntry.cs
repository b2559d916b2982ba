using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>A participant in the list of sources.</summary>
/// <param name="State">Name of the report's state, e.g. accepted, owed.</param>
/// <param name="OnTime">Null while nothing has been received.</param>
/// <param name="Version">The accepted version; null when none went in.</param>
public sealed record ManifestEntry(
    UnitCode Unit, string Name, UnitCode Superior, Tier Tier, string State, bool? OnTime, int? Version, Sha256? Sha256)
{
    /// <summary>Null in reports that were made before it was stated.</summary>
    public UnitLevel? Level { get; init; }

    /// <summary>Báo cáo không phát sinh: its accepted report says that there was nothing to report.</summary>
    public bool Nil { get; init; }

    internal static ManifestEntry Of(Standing standing, Roster roster) => new(
        standing.Obligation.Unit,
        roster.NameOf(standing.Obligation.Unit),
        standing.Obligation.Superior,
        standing.Obligation.Tier,
        standing.Obligation.State.Name,
        standing.Obligation.OnTime,
        standing.Accepted?.Version,
        standing.Accepted?.Sha256)
    {
        Level = roster.LevelOf(standing.Obligation.Unit),
        Nil = standing.Accepted?.Nil is true,
    };
}
