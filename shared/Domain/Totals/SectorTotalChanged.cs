using System.Text.Json.Serialization;
using VksServerless.Cycles;

namespace VksServerless.Totals;

/// <summary>The sector's total has changed.</summary>
public sealed record SectorTotalChanged(CycleId Cycle, string Stamp, bool EveryoneAccepted) : CycleEvent(Cycle)
{
    [JsonIgnore]
    public override string Id => $"{Cycle}.{Stamp[..Math.Min(16, Stamp.Length)]}.{Subject}";
}
