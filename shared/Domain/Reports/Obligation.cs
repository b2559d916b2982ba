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
/// <param name="DueAt">The deadline that judges: up to and including this instant a report is on time (<see cref="Verdict"/>).</param>
/// <param name="ClosesAt">Up to and including this instant a report is taken.</param>
/// <param name="Versions">How many versions have been submitted.</param>
/// <param name="FirstReceivedAt">When the first version came in that the unit did not itself withdraw.</param>
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
        cycle.Id, participant.Unit, participant.Superior, participant.Tier, cycle.FirstDueOf(participant),
        cycle.FirstClosingOf(participant.Unit),
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

    /// <summary>By when the unit is to hand in next: after a return, by the day that the return names.</summary>
    public DateTimeOffset ExpectedBy => State is ReportState.Returned { AnswerBy: { } limit } ? limit : DueAt;

    /// <summary>Whether it is still to hand something in.</summary>
    public bool Owes => State is ReportState.Owed or ReportState.Withdrawn or ReportState.Returned;

    public bool IsAccepted => State is ReportState.Accepted;

    /// <returns>Null while the report may be drafted, given files and handed in; otherwise why it may not.</returns>
    public Refusal? CheckOpen(Cycle cycle, DateTimeOffset now) => State switch
    {
        _ when cycle.IsImported => CycleRefusals.Imported(cycle),
        ReportState.Exempt => ReportRefusals.Exempt,
        ReportState.Accepted => ReportRefusals.AcceptedAlready,
        ReportState.Submitted => ReportRefusals.SubmittedAlready,
        _ when cycle.LeavingOf(Unit) is { } ended => ReportRefusals.UnitEnded(ended), // Recorded, and soon exempt.
        _ when !MayHandIn(cycle, now) => CycleRefusals.NotOpen(cycle),
        _ when AsGranted(cycle).ClosesAt is var closesAt && now > closesAt => ReportRefusals.Closed(closesAt),
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
        : Receive(cycle, sha256, by.Person, by.Name, by.Role is Role.Machine, null, now);

    /// <summary>Until it is judged, and as long as it can be handed in again.</summary>
    /// <param name="reason">Empty where none was given; what the head has signed is not withdrawn without.</param>
    /// <param name="maySign">Whether it is the head who withdraws, or who is delegated.</param>
    public Outcome<Obligation> Withdraw(Cycle cycle, string reason, Caller by, bool maySign, DateTimeOffset now) => State switch
    {
        _ when cycle.IsImported => CycleRefusals.Imported(cycle),
        ReportState.Submitted when !MayHandIn(cycle, now) || now > ClosesAt => ReportRefusals.Closed(ClosesAt),
        ReportState.Submitted when IsSigned && !maySign => SigningRefusals.WithdrawalNeedsSignatory,
        ReportState.Submitted when IsSigned && reason.Length == 0 => Reason.Missing,
        ReportState.Submitted when Withdrawals >= MostWithdrawals || Versions >= SubmittedVersion.Most =>
            ReportRefusals.TooManyWithdrawals,
        ReportState.Submitted submitted =>
            Next().With(History.Without(History.Moments.OfType<Moment.Received>().LastOrDefault())) with
            {
                State = new ReportState.Withdrawn(submitted.Version, now) { By = by.Name, Reason = reason.Length == 0 ? null : reason },
                Withdrawals = Withdrawals + 1,
            },
        ReportState.Accepted => ReportRefusals.AcceptedAlready,
        _ => ReportRefusals.NothingSubmitted,
    };

    public Outcome<Obligation> Accept(Cycle cycle, int version, Caller by, DateTimeOffset now) => State switch
    {
        _ when cycle.IsImported => CycleRefusals.Imported(cycle),
        _ when !cycle.TakesJudgements => CycleRefusals.NotOpen(cycle),
        ReportState.Submitted when version != Versions => NotThe(version),
        ReportState.Submitted when cycle.LeavingOf(Unit) is { } ended => ReportRefusals.UnitEnded(ended),
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

    /// <summary>
    /// Before it has handed in anything. Once the sector report may wait for this unit alone, whatever it still owes: no unit keeps the
    /// sector report from the leadership.
    /// </summary>
    public Outcome<Obligation> ExemptFrom(Cycle cycle, string reason, Caller by, DateTimeOffset now) => State switch
    {
        _ when !MayHandIn(cycle, now) => CycleRefusals.NotOpen(cycle),
        ReportState.Exempt => this,
        _ when State is ReportState.Owed || (Owes && cycle.Phase is not CyclePhase.Open) =>
            Next() with { State = new ReportState.Exempt(reason, by.Name, now), Signing = null, ReopenedUntil = null },
        _ => ReportRefusals.TooLateToExempt,
    };

    /// <summary>
    /// The newest stage that has fallen due for this unit's own deadline, if it still owes and has not been reminded of it:
    /// once per deadline and stage, and after an interruption only the newest.
    /// </summary>
    public int? StageDue(Cycle cycle, DateTimeOffset now)
    {
        var stages = cycle.Terms.Reminders;
        int? newest = stages.Days.Where(stage => stages.InstantOf(stage, AskedBy) is var at && at <= now && at >= cycle.JoinedAt(Unit))
            .Select(stage => (int?)stage).Max();
        return Owes && now <= ClosesAt && newest is { } stage && (Reminded?.Deadline != AskedBy || Reminded.Stage < stage) ? stage : null;
    }

    public Obligation Remind(int stage) => Next() with { Reminded = new ReminderMark(AskedBy, stage) };

    /// <summary>
    /// Somebody reminds it beside the rounds: at most once a day, and only while it can still hand in. What has been said today counts for
    /// a round of the same day.
    /// </summary>
    /// <returns>The same when there is nothing to remind it of.</returns>
    public Obligation RemindToday(Cycle cycle, DateTimeOffset now)
    {
        var stage = VietnamTime.DayOf(now).DayNumber - VietnamTime.DayOf(AskedBy).DayNumber;
        return !Owes || cycle.IsImported || cycle.LeavingOf(Unit) is not null || !MayHandIn(cycle, now) || now > AsGranted(cycle).ClosesAt
            || (Reminded is { } given && given.Deadline == AskedBy && given.Stage >= stage)
            ? this
            : Remind(stage);
    }

    /// <summary>While its cycle takes reports, and while it is reopened itself: then as long as its answer can be judged.</summary>
    private bool MayHandIn(Cycle cycle, DateTimeOffset now) =>
        cycle.TakesReports || (cycle.TakesJudgements && AsGranted(cycle).ReopenedUntil >= now);

    private Sha256 InQuestion => State switch
    {
        ReportState.Submitted submitted => submitted.Sha256,
        ReportState.Accepted accepted => accepted.Sha256,
        _ => default,
    };

    private (Obligation Next, SubmittedVersion Version) Receive(
        Cycle cycle, Sha256 sha256, PersonId person, string name, bool software, Signature? signature, DateTimeOffset now)
    {
        var verdict = AsGranted(cycle).With(AsGranted(cycle).History.Add(new Moment.Received(now, Versions + 1))).Verdict;
        var version = new SubmittedVersion(Versions + 1, now, sha256, verdict.OnTime is true, person, name)
        {
            BySoftware = software,
            SignedBy = signature,
            FirstReceivedAt = verdict.FirstReceivedAt == now ? null : verdict.FirstReceivedAt,
        };
        return (Next().With(History.Add(new Moment.Received(now, version.Number))) with
        {
            State = new ReportState.Submitted(version.Number, now, sha256) { Authors = Authors.Of(version) },
            Versions = version.Number,
            Attempts = 0,
            Signing = signature is null ? null : new Signing.Signed(signature),
        }, version);
    }

    private Refusal NotThe(int version) =>
        version is > 0 && version < Versions ? ReportRefusals.NewerVersion : ReportRefusals.VersionUnknown(version);

    private Obligation Next() => this with { Revision = Revision + 1 };
}

/// <param name="Stage">Days relative to the deadline's day.</param>
public sealed record ReminderMark(DateTimeOffset Deadline, int Stage);
