using System.Text.Json.Serialization;
using VksServerless.Cycles;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Events;

/// <summary>
/// Something that has happened. Written in the same transaction as the change it tells of, delivered at least once,
/// to the subscriptions of <see cref="Subscriptions"/>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(UnitObliged), nameof(UnitObliged))]
[JsonDerivedType(typeof(ReportPresented), nameof(ReportPresented))]
[JsonDerivedType(typeof(ReportSentBack), nameof(ReportSentBack))]
[JsonDerivedType(typeof(ReportSubmitted), nameof(ReportSubmitted))]
[JsonDerivedType(typeof(ReportWithdrawn), nameof(ReportWithdrawn))]
[JsonDerivedType(typeof(ReportReturned), nameof(ReportReturned))]
[JsonDerivedType(typeof(ReportAccepted), nameof(ReportAccepted))]
[JsonDerivedType(typeof(UnitExempted), nameof(UnitExempted))]
[JsonDerivedType(typeof(DeadlineExtended), nameof(DeadlineExtended))]
[JsonDerivedType(typeof(ReminderDue), nameof(ReminderDue))]
[JsonDerivedType(typeof(NodeChanged), nameof(NodeChanged))]
[JsonDerivedType(typeof(SectorTotalChanged), nameof(SectorTotalChanged))]
[JsonDerivedType(typeof(CycleChanged), nameof(CycleChanged))]
[JsonDerivedType(typeof(ReportLaidBefore), nameof(ReportLaidBefore))]
[JsonDerivedType(typeof(CycleCancelled), nameof(CycleCancelled))]
[JsonDerivedType(typeof(CyclePublished), nameof(CyclePublished))]
[JsonDerivedType(typeof(DifficultyRaised), nameof(DifficultyRaised))]
[JsonDerivedType(typeof(DifficultyAssigned), nameof(DifficultyAssigned))]
[JsonDerivedType(typeof(DifficultyAnswered), nameof(DifficultyAnswered))]
[JsonDerivedType(typeof(DifficultyClosed), nameof(DifficultyClosed))]
[JsonDerivedType(typeof(DifficultyReopened), nameof(DifficultyReopened))]
public abstract record ReportingEvent(CycleId Cycle)
{
    /// <summary>What the bus filters by.</summary>
    [JsonIgnore]
    public string Subject => GetType().Name;

    /// <summary>The same happening always has the same id, so that what follows from it can be done once.</summary>
    [JsonIgnore]
    public abstract string Id { get; }
}

/// <summary>Something that happened to one unit's obligation.</summary>
/// <param name="Revision">The obligation's, after it.</param>
public abstract record ObligationEvent(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision) : ReportingEvent(Cycle)
{
    [JsonIgnore]
    public override string Id => $"{Cycle}.{Unit}.{Revision}.{Subject}";
}

/// <summary>The cycle has opened for this unit.</summary>
public sealed record UnitObliged(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision) : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <summary>A report waits for its head's signature.</summary>
public sealed record ReportPresented(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, Presentation Presentation, DateTimeOffset DueAt)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <summary>The head wants the report mended before it goes up.</summary>
public sealed record ReportSentBack(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, string By, string Reason)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <param name="Submitted">All that the receipt says.</param>
public sealed record ReportSubmitted(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, SubmittedVersion Submitted)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

public sealed record ReportWithdrawn(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, int Version)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

public sealed record ReportReturned(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, int Version, string Reason, IReadOnlyList<string> Fields)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

public sealed record ReportAccepted(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, int Version)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

public sealed record UnitExempted(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, string Reason)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

public sealed record DeadlineExtended(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, DateTimeOffset DueAt, string Reason)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <param name="Stage">Days relative to the deadline's day.</param>
/// <param name="AwaitsSignature">Whether the report lies before the unit's head.</param>
public sealed record ReminderDue(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, DateTimeOffset DueAt, int Stage, bool AwaitsSignature = false)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <summary>Something below this node is not as it was: its total is to be computed again.</summary>
/// <param name="Cause">What tells this change from others of the node.</param>
public sealed record NodeChanged(CycleId Cycle, UnitCode Node, string Cause) : ReportingEvent(Cycle)
{
    /// <summary>The obligation's superior has to look again.</summary>
    public static NodeChanged After(Obligation obligation) =>
        new(obligation.Cycle, obligation.Superior, $"{obligation.Unit}.{obligation.Revision}");

    [JsonIgnore]
    public override string Id => $"{Cycle}.{Node}.{Cause}.{Subject}";
}

/// <summary>The sector's total has changed.</summary>
public sealed record SectorTotalChanged(CycleId Cycle, string Stamp, bool EveryoneAccepted) : ReportingEvent(Cycle)
{
    [JsonIgnore]
    public override string Id => $"{Cycle}.{Stamp[..Math.Min(16, Stamp.Length)]}.{Subject}";
}

/// <summary>Something that happened to the cycle as a whole.</summary>
/// <param name="Revision">The cycle's, after it.</param>
public abstract record CycleEvent(CycleId Cycle, int Revision) : ReportingEvent(Cycle)
{
    [JsonIgnore]
    public override string Id => $"{Cycle}.{Revision}.{Subject}";
}

/// <summary>The cycle's orchestration should look again.</summary>
public sealed record CycleChanged(CycleId Cycle, int Revision) : CycleEvent(Cycle, Revision);

/// <summary>The sector report waits for the leadership's approval. The same report laid before it again is no news.</summary>
public sealed record ReportLaidBefore(CycleId Cycle, string Digest) : ReportingEvent(Cycle)
{
    [JsonIgnore]
    public override string Id => $"{Cycle}.{Digest[..Math.Min(16, Digest.Length)]}.{Subject}";
}

public sealed record CycleCancelled(CycleId Cycle, int Revision, string Reason) : CycleEvent(Cycle, Revision);

public sealed record CyclePublished(CycleId Cycle, int Revision, string Number) : CycleEvent(Cycle, Revision);
