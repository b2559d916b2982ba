using System.Text.Json.Serialization;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Reports;

/// <summary>
/// Nghĩa vụ báo cáo: that this unit must answer the cycle's form by an instant, and how its report stands. Fixed on the
/// day the cycle opens. Every method is a decision; none has an effect.
/// </summary>
/// <param name="Superior">To whom it reports in this cycle, whatever the directory says later.</param>
/// <param name="DueAt">Up to and including this instant a report is on time.</param>
/// <param name="ClosesAt">Up to and including this instant a report is taken.</param>
/// <param name="Versions">How many versions have been submitted.</param>
/// <param name="FirstReceivedAt">
/// When the first version that the unit did not itself withdraw came in: it decides on time or late, so that a return
/// by the superior never makes a punctual unit late.
/// </param>
/// <param name="Reminded">The newest reminder: of which deadline, which stage.</param>
/// <param name="Revision">Counts the changes, from 1; makes the events of each unique.</param>
public sealed partial record Obligation(
    CycleId Cycle,
    UnitCode Unit,
    UnitCode Superior,
    Tier Tier,
    DateTimeOffset DueAt,
    DateTimeOffset ClosesAt,
    ReportState State,
    int Versions,
    DateTimeOffset? FirstReceivedAt,
    ReminderMark? Reminded,
    int Returns,
    int Revision)
{
    public static Obligation Fix(Cycle cycle, Participant participant) => new(
        cycle.Id, participant.Unit, participant.Superior, participant.Tier, cycle.Terms.Deadlines.Of(participant.Tier),
        cycle.Terms.ClosesAt,
        new ReportState.Owed(), 0, null, null, 0, 1);

    /// <summary>What the newest return has opened; null: the report was never returned, or by a version that did not record it.</summary>
    public Reopening? Reopened { get; init; }

    /// <summary>How often the unit has taken its report back since it was last returned.</summary>
    public int Withdrawals { get; init; }

    /// <summary>As many changes of mind as anybody has: after them the superior returns the report, which lets the unit go on.</summary>
    public const int MostWithdrawals = 20;

    /// <summary>How often a whole report was handed in, presented or signed: a draft belongs to the work after the last time.</summary>
    [JsonIgnore]
    public int HandIns => Versions + Presentations;

    /// <summary>Whether it is still to hand something in.</summary>
    public bool Owes => State is ReportState.Owed or ReportState.Withdrawn or ReportState.Returned;

    /// <summary>Null until something has been received.</summary>
    public bool? OnTime => FirstReceivedAt is { } received ? received <= DueAt : null;

    public bool IsAccepted => State is ReportState.Accepted;

    /// <returns>Null while the report may be drafted, given files and handed in; otherwise why it may not.</returns>
    public Refusal? CheckOpen(Cycle cycle, DateTimeOffset now) => State switch
    {
        ReportState.Exempt => ReportRefusals.Exempt,
        ReportState.Accepted => ReportRefusals.AcceptedAlready,
        ReportState.Submitted => ReportRefusals.SubmittedAlready,
        ReportState.Owed when cycle.EndOf(Unit) is { } ended => ReportRefusals.UnitEnded(ended), // Recorded, and soon exempt.
        _ when !cycle.TakesReports => CycleRefusals.NotOpen(cycle),
        _ when now > ClosesAt => ReportRefusals.Closed(ClosesAt),
        _ when Versions >= SubmittedVersion.Most => ReportRefusals.TooManyVersions,
        _ => null,
    };

    /// <param name="sha256">Of the content as <see cref="ReportJson"/> writes it.</param>
    /// <param name="signOff">Whether the head signs (<see cref="SignOff.IsDemanded"/>): then what one person presented another signs,
    /// and nothing is handed in otherwise.</param>
    public Outcome<(Obligation Next, SubmittedVersion Version)> Submit(
        Cycle cycle, Sha256 sha256, Caller by, DateTimeOffset now, bool signOff) =>
        (CheckOpen(cycle, now) ?? (signOff ? SigningRefusals.SignatureNeeded : null)) is { } refusal
            ? refusal
        : Receive(sha256, by.Person, by.Name, by.Role is Role.Machine, null, now);

    public Outcome<Obligation> Withdraw(Cycle cycle, DateTimeOffset now) => State switch
    {
        ReportState.Submitted when !cycle.TakesReports || now > ClosesAt => ReportRefusals.Closed(ClosesAt),
        ReportState.Submitted when Withdrawals >= MostWithdrawals || Versions >= SubmittedVersion.Most =>
            ReportRefusals.TooManyWithdrawals,
        ReportState.Submitted submitted => Next() with
        {
            State = new ReportState.Withdrawn(submitted.Version, now),
            Withdrawals = Withdrawals + 1,
            FirstReceivedAt = submitted.At == FirstReceivedAt ? null : FirstReceivedAt,
        },
        ReportState.Accepted => ReportRefusals.AcceptedAlready,
        _ => ReportRefusals.NothingSubmitted,
    };

    /// <summary>Also an accepted report can be returned: it then leaves the totals.</summary>
    /// <param name="version">The version that was judged.</param>
    public Outcome<Obligation> Return(
        Cycle cycle, int version, string reason, IReadOnlyList<FieldCode> fields, Caller by, DateTimeOffset now) => State switch
        {
            _ when !cycle.TakesJudgements => CycleRefusals.NotOpen(cycle),
            ReportState.Submitted or ReportState.Accepted when version != Versions => NotThe(version),
            ReportState.Submitted or ReportState.Accepted when Versions >= SubmittedVersion.Most => ReportRefusals.LastVersion,
            ReportState.Submitted or ReportState.Accepted => Next() with
            {
                State = new ReportState.Returned(version, now, by.Name, reason, fields),
                Reopened = new Reopening(version, InQuestion, fields),
                Returns = Returns + 1,
                Withdrawals = 0,
            },
            _ => ReportRefusals.NothingSubmitted,
        };

    public Outcome<Obligation> Accept(Cycle cycle, int version, Caller by, DateTimeOffset now) => State switch
    {
        _ when !cycle.TakesJudgements => CycleRefusals.NotOpen(cycle),
        ReportState.Submitted when version != Versions => NotThe(version),
        ReportState.Submitted submitted => Next() with
        {
            State = new ReportState.Accepted(version, now, by.Name, submitted.Sha256) { ByPerson = by.Person },
        },
        ReportState.Accepted => ReportRefusals.AcceptedAlready,
        _ => ReportRefusals.NothingSubmitted,
    };

    /// <summary>The accepted version adjusts the sums of subordinates: who answers for that is on record.</summary>
    public Obligation AdjustedBy(Authors authors) =>
        State is ReportState.Accepted accepted ? this with { State = accepted with { AdjustedBy = authors } } : this;

    /// <summary>Only ever to later instants, so that extensions give the same in whatever order they are applied.</summary>
    public Obligation Extend(Extension extension)
    {
        var (due, closes) = (Later(DueAt, extension.DueAt), Later(ClosesAt, extension.ClosesAt));
        return (DueAt, ClosesAt) == (due, closes) ? this : Next() with { DueAt = due, ClosesAt = closes };
    }

    public Outcome<Obligation> ExemptFrom(Cycle cycle, string reason, Caller by, DateTimeOffset now) => State switch
    {
        _ when !cycle.TakesReports => CycleRefusals.NotOpen(cycle),
        ReportState.Owed => Next() with { State = new ReportState.Exempt(reason, by.Name, now), Signing = null },
        ReportState.Exempt => this,
        _ => ReportRefusals.TooLateToExempt,
    };

    /// <summary>
    /// The newest stage that has fallen due for this unit's own deadline, if it still owes and has not been reminded of it:
    /// once per deadline and stage, and after an interruption only the newest.
    /// </summary>
    public int? StageDue(Cycle cycle, DateTimeOffset now)
    {
        var stages = cycle.Terms.Reminders;
        int? newest = stages.Days.Where(stage => stages.InstantOf(stage, DueAt) is var at && at <= now && at >= cycle.OpenedAt)
            .Select(stage => (int?)stage).Max();
        return Owes && now <= ClosesAt && newest is { } stage && (Reminded?.Deadline != DueAt || Reminded.Stage < stage) ? stage : null;
    }

    public Obligation Remind(int stage) => Next() with { Reminded = new ReminderMark(DueAt, stage) };

    private Sha256 InQuestion => State switch
    {
        ReportState.Submitted submitted => submitted.Sha256,
        ReportState.Accepted accepted => accepted.Sha256,
        _ => default,
    };

    private (Obligation Next, SubmittedVersion Version) Receive(
        Sha256 sha256, PersonId person, string name, bool software, Signature? signature, DateTimeOffset now)
    {
        var version = new SubmittedVersion(Versions + 1, now, sha256, OnTime: (FirstReceivedAt ?? now) <= DueAt, person, name)
        {
            BySoftware = software,
            SignedBy = signature,
        };
        return (Next() with
        {
            State = new ReportState.Submitted(version.Number, now, sha256) { Authors = Authors.Of(version) },
            Versions = version.Number,
            FirstReceivedAt = FirstReceivedAt ?? now,
            Attempts = 0,
            Signing = signature is null ? null : new Signing.Signed(signature),
        }, version);
    }

    private Refusal NotThe(int version) =>
        version is > 0 && version < Versions ? ReportRefusals.NewerVersion : ReportRefusals.VersionUnknown(version);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one >= other ? one : other;

    private Obligation Next() => this with { Revision = Revision + 1 };
}

/// <param name="Stage">Days relative to the deadline's day.</param>
public sealed record ReminderMark(DateTimeOffset Deadline, int Stage);
