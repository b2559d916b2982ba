using System.Text.Json.Serialization;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Reports;

/// <summary>Something that happened to one unit's obligation.</summary>
/// <param name="Revision">The obligation's, after it.</param>
public abstract record ObligationEvent(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision) : CycleEvent(Cycle)
{
    [JsonIgnore]
    public override string Id => $"{Cycle}.{Unit}.{Revision}.{Subject}";
}

/// <summary>The cycle has opened for this unit.</summary>
public sealed record UnitObliged(
    CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision) : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <summary>A report waits for its head's signature.</summary>
public sealed record ReportPresented(
    CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, Presentation Presentation, DateTimeOffset DueAt)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <summary>The head wants the report corrected before it is submitted.</summary>
/// <param name="ByName">The head. Empty in events of earlier versions, which have the name where the person's id now is.</param>
public sealed record ReportSentBack(
    CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, string Reason, string ByName = "")
    : ObligationEvent(Cycle, Unit, Superior, Revision)
{
    [JsonIgnore]
    public string HeadName => string.IsNullOrEmpty(ByName) ? By.ToString() : ByName;
}

/// <param name="Submitted">All that the receipt says.</param>
public sealed record ReportSubmitted(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, SubmittedVersion Submitted)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <param name="ByName">Who withdrew it. Empty in events of earlier versions.</param>
/// <param name="Reason">Empty where none was asked for and none was given.</param>
public sealed record ReportWithdrawn(
    CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, int Version, string ByName = "", string Reason = "")
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <param name="Instead">Whether the centre returned it in the place of a superior that has not ended.</param>
/// <param name="AnswerBy">The limit for the answer. Null in events of earlier versions.</param>
public sealed record ReportReturned(
    CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, int Version, string Reason, IReadOnlyList<FieldCode> Fields,
    DateTimeOffset? AnswerBy = null, bool Instead = false, bool ByLeadership = false)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <summary>A return was taken back: the report stands again as it did.</summary>
/// <param name="IsAccepted">Whether it is accepted again, or waits to be judged.</param>
/// <param name="ByName">Who took it back. Empty in events of earlier versions.</param>
/// <param name="OfAnother">Whether another person had returned it.</param>
/// <param name="OfLeader">Whether a leader had.</param>
public sealed record ReturnTakenBack(
    CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, int Version, bool IsAccepted, string ByName = "", bool OfAnother = false,
    bool OfLeader = false)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <param name="InsteadBecause">Why the centre accepted it in the place of a superior that has not ended; null: it did not.</param>
public sealed record ReportAccepted(
    CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, int Version, string? InsteadBecause = null)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <summary>An inspector has put on record what he found of a version.</summary>
/// <param name="Number">Of the unit's report: the report itself has not changed by it.</param>
/// <param name="ByName">The inspector.</param>
public sealed record ReportInspected(
    CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, int Number, int Version, InspectionFinding Finding, string Text,
    string ByName)
    : ObligationEvent(Cycle, Unit, Superior, Revision)
{
    [JsonIgnore]
    public override string Id => $"{Cycle}.{Unit}.{Number}.{Subject}";
}

/// <param name="Left">The version that was returned or withdrawn and stays out of the totals; null: there is none.</param>
public sealed record UnitExempted(CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, string Reason, int? Left = null)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <summary>The unit was exempt by mistake and owes its report after all.</summary>
/// <param name="DueAt">By when it is to report.</param>
/// <param name="GivesTimeOnly">Whether it was exempt only after its deadline: then it stays late.</param>
public sealed record ExemptionRevoked(
    CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, DateTimeOffset DueAt, string Reason, bool GivesTimeOnly = false)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <param name="GivesTimeOnly">Whether it was granted after the deadline: then it changes no verdict.</param>
public sealed record DeadlineExtended(
    CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, DateTimeOffset DueAt, string Reason, bool GivesTimeOnly = false)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <param name="DueAt">What the unit is reminded of: <see cref="Obligation.AskedBy"/>.</param>
/// <param name="Stage">Days relative to the deadline's day.</param>
/// <param name="AwaitsSignature">Whether the report lies before the unit's head.</param>
public sealed record ReminderDue(
    CycleId Cycle, UnitCode Unit, UnitCode Superior, int Revision, DateTimeOffset DueAt, int Stage, bool AwaitsSignature = false)
    : ObligationEvent(Cycle, Unit, Superior, Revision);

/// <summary>Something below this node is not as it was: its total is to be computed again.</summary>
/// <param name="Cause">What tells this change from others of the node.</param>
public sealed record NodeChanged(CycleId Cycle, UnitCode Node, string Cause) : CycleEvent(Cycle)
{
    /// <summary>The superior's total has to be computed again after this.</summary>
    public static NodeChanged After(ObligationEvent happened) =>
        new(happened.Cycle, happened.Superior, $"{happened.Unit}.{happened.Revision}") { At = happened.At, By = happened.By };

    [JsonIgnore]
    public override string Id => $"{Cycle}.{Node}.{Cause}.{Subject}";
}
