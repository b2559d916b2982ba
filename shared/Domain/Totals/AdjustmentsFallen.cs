using System.Text.Json.Serialization;
using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Totals;

/// <summary>What the unit's adjustments were made on is not as it was: they count no more.</summary>
/// <param name="Version">Of the unit's accepted report.</param>
/// <param name="Cause">The total that no longer fits them.</param>
public sealed record AdjustmentsFallen(CycleId Cycle, UnitCode Unit, int Version, string Cause) : CycleEvent(Cycle)
{
    [JsonIgnore]
    public override string Id => $"{Cycle}.{Unit}.{Version}.{Cause}.{Subject}";
}
