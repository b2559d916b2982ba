using System.Text.Json.Serialization;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>Where a unit's report stands with its superior.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Owed), "owed")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Exempt), "exempt")]
public abstract record ReportState
{
    /// <summary>The state's name on the wire.</summary>
    [JsonIgnore]
    public string Name => this switch
    {
        Owed => "owed",
        Submitted => "submitted",
        Withdrawn => "withdrawn",
        Returned => "returned",
        Accepted => "accepted",
        _ => "exempt",
    };

    /// <summary>When it came back because a return was taken back; null: it has not been otherwise.</summary>
    public DateTimeOffset? RestoredAt { get; init; }

    /// <summary>Who took that return back. Null also where an earlier version of the system did not record it.</summary>
    public DoneBy? RestoredBy { get; init; }

    /// <summary>Nothing has been handed in.</summary>
    /// <param name="Revoked">That it was exempt by mistake; null: it never was.</param>
    public sealed record Owed(RevokedExemption? Revoked = null) : ReportState;

    /// <summary>Handed in, not yet judged.</summary>
    public sealed record Submitted(int Version, DateTimeOffset At, Sha256 Sha256) : ReportState
    {
        /// <summary>Null: handed in to an earlier version of the system, which has them with the version alone.</summary>
        public Authors? Authors { get; init; }
    }

    /// <summary>Taken back by the unit itself.</summary>
    public sealed record Withdrawn(int Version, DateTimeOffset At) : ReportState
    {
        public string? By { get; init; }

        public string? Reason { get; init; }
    }

    /// <summary>Trả lại: the superior wants it corrected.</summary>
    /// <param name="Fields">The fields to correct; empty when the reason is about the whole report.</param>
    public sealed record Returned(int Version, DateTimeOffset At, string By, string Reason, IReadOnlyList<FieldCode> Fields) : ReportState
    {
        /// <summary>The limit for the answer. Null in returns that earlier versions wrote.</summary>
        public DateTimeOffset? AnswerBy { get; init; }

        /// <summary>What it was: comes back when the return is taken back. Null in returns that earlier versions wrote.</summary>
        public ReportState? Before { get; init; }

        /// <summary>What an earlier return had opened.</summary>
        public Reopening? OpenBefore { get; init; }

        /// <summary>The limits that it had. Null in returns that earlier versions wrote.</summary>
        public GivenTime? TimeBefore { get; init; }

        /// <summary>Who signed the returned version. Null where nobody did, and in returns that earlier versions wrote.</summary>
        public Signature? SignedBefore { get; init; }

        /// <summary>Null in returns that earlier versions wrote.</summary>
        public PersonId? ByPerson { get; init; }

        /// <summary>Whether a leader returned it, or the centre in the place of a superior: then no superior takes that back.</summary>
        public bool FromAbove { get; init; }
    }

    /// <summary>Duyệt: counts in every total above.</summary>
    public sealed record Accepted(int Version, DateTimeOffset At, string By, Sha256 Sha256) : ReportState
    {
        /// <summary>Null: accepted by an earlier version of the system, which did not record who.</summary>
        public PersonId? ByPerson { get; init; }

        /// <summary>Who wrote and who signed it, when it adjusts the sums of subordinates; else null.</summary>
        public Authors? AdjustedBy { get; init; }

        /// <summary>When the centre entered it, of a cycle of the past; null: it was handed in here.</summary>
        public DateTimeOffset? ImportedAt { get; init; }

        /// <summary>Why the centre accepted it in the place of a superior that has not ended; null: it did not.</summary>
        public string? InsteadBecause { get; init; }
    }

    /// <summary>Need not report in this cycle.</summary>
    public sealed record Exempt(string Reason, string By, DateTimeOffset At) : ReportState;
}

/// <summary>Until when a unit may hand in, whatever its deadline says.</summary>
public sealed record GivenTime(DateTimeOffset ClosesAt, DateTimeOffset? TimeGivenUntil, DateTimeOffset? ReopenedUntil);

/// <summary>Thu hồi việc miễn báo cáo.</summary>
/// <param name="ExemptBecause">Why it had been exempt.</param>
public sealed record RevokedExemption(string Reason, string By, DateTimeOffset At, string ExemptBecause);
