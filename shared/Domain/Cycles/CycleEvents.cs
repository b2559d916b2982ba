using System.Text.Json.Serialization;
using VksServerless.Units;

namespace VksServerless.Cycles;

/// <summary>Something that happened in a cycle.</summary>
public abstract record CycleEvent(CycleId Cycle) : ReportingEvent;

/// <summary>Something that happened to the cycle as a whole.</summary>
/// <param name="Revision">The cycle's, after it.</param>
public abstract record CycleRevisionEvent(CycleId Cycle, int Revision) : CycleEvent(Cycle)
{
    [JsonIgnore]
    public override string Id => $"{Cycle}.{Revision}.{Subject}";
}

/// <summary>The cycle's workflow should look again.</summary>
public sealed record CycleChanged(CycleId Cycle, int Revision) : CycleRevisionEvent(Cycle, Revision);

public sealed record CycleCancelled(CycleId Cycle, int Revision, string Reason) : CycleRevisionEvent(Cycle, Revision);

public sealed record CyclePublished(CycleId Cycle, int Revision, PublicationNumber Number) : CycleRevisionEvent(Cycle, Revision);

/// <summary>Kế thừa: others have taken over in this cycle what those had who have ended.</summary>
/// <param name="Unit">The sector: all who go on for somebody. Another unit: it alone, as the version before told each.</param>
/// <param name="Step">Which of the cycle's <see cref="Cycles.Cycle.UnitChanges"/>, from 1.</param>
public sealed record UnitsTakenOver(CycleId Cycle, UnitCode Unit, int Step) : CycleEvent(Cycle)
{
    [JsonIgnore]
    public override string Id => $"{Cycle}.{Unit}.{Step}.{Subject}";
}

/// <summary>The sector report waits for the leadership's approval.</summary>
/// <param name="Revision">The cycle's, after it; 0 in events of the version before.</param>
public sealed record ReportLaidBefore(CycleId Cycle, Sha256 Digest, int Revision = 0) : CycleEvent(Cycle)
{
    [JsonIgnore]
    public override string Id => Revision == 0 ? $"{Cycle}.{Digest.Short}.{Subject}" : $"{Cycle}.{Revision}.{Subject}";
}
