using System.Text.Json.Serialization;
using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>A participant in the list of sources.</summary>
/// <param name="State">Name of the report's state, e.g. accepted, owed.</param>
/// <param name="OnTime">Null while the report is missing: nothing has come in, or what came in was returned or taken back.</param>
/// <param name="Version">The accepted version; null when none went in.</param>
public sealed record ManifestEntry(
    UnitCode Unit, string Name, UnitCode Superior, Tier Tier, string State, bool? OnTime, int? Version, Sha256? Sha256)
{
    /// <summary>Null in reports that were made before it was stated.</summary>
    public UnitLevel? Level { get; init; }

    /// <summary>Báo cáo không phát sinh: its accepted report says that there was nothing to report.</summary>
    public bool Nil { get; init; }

    /// <summary>Of a late report: when the first version came in. Null in all others.</summary>
    public DateTimeOffset? FirstReceivedAt { get; init; }

    /// <summary>
    /// Of a late report: when the version came in that made it late. Another instant where a return was answered too late.
    /// </summary>
    public DateTimeOffset? LateAt { get; init; }

    /// <summary>exempt, missing, on-time or late.</summary>
    [JsonIgnore]
    public string Verdict => (State, OnTime) switch
    {
        ("exempt", _) => "exempt",
        (_, null) => "missing",
        (_, true) => "on-time",
        _ => "late",
    };

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
        FirstReceivedAt = standing.Obligation.OnTime is false ? standing.Obligation.FirstReceivedAt : null,
        LateAt = standing.Obligation.OnTime is false ? standing.Obligation.Verdict.LateAt : null,
    };
}
