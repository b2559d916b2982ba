using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.People;

namespace VksServerless.Reports;

/// <summary>Trả lại, and taking a return back.</summary>
public sealed partial record Obligation
{
    /// <summary>How long a return may hold up the sector report at most.</summary>
    public static readonly TimeSpan LongestAnswer = Extension.LongestReopening;

    /// <summary>
    /// From when the time counts that superiors hold up the sector report by returns: the first one after the closing, or after the
    /// beginning of a correction. Null: there was none.
    /// </summary>
    public DateTimeOffset? HeldUpSince { get; init; }

    /// <summary>
    /// Also an accepted report can be returned: it then leaves the totals until it is answered. A return reopens this one report until its
    /// limit. Where it gives none, that is the unit's deadline, or after this the closing; after the closing it must give one.
    /// </summary>
    /// <param name="version">The version that was judged.</param>
    /// <param name="answerBy">Null: the usual limit.</param>
    public Outcome<Obligation> Return(
        Cycle cycle, int version, string reason, IReadOnlyList<FieldCode> fields, Caller by, DateTimeOffset now,
        DateTimeOffset? answerBy = null) => State switch
        {
            _ when cycle.IsImported => CycleRefusals.Imported(cycle),
            _ when !cycle.TakesJudgements => CycleRefusals.NotOpen(cycle),
            ReportState.Submitted or ReportState.Accepted when version != Versions => NotThe(version),
            ReportState.Submitted or ReportState.Accepted when Versions >= SubmittedVersion.Most => ReportRefusals.LastVersion,
            ReportState.Submitted or ReportState.Accepted when answerBy <= now || answerBy > now + LongestAnswer =>
                ReportRefusals.LimitNeeded,
            ReportState.Submitted or ReportState.Accepted when !IsFromTheTop(by) && answerBy > LatestAnswer(cycle, now) =>
                ReportRefusals.HeldUpTooLong(LatestAnswer(cycle, now)),
            ReportState.Submitted or ReportState.Accepted when (answerBy ?? UsualLimit(cycle, now)) is { } limit =>
                Next().With(History.Add(new Moment.Returned(now, version, limit))).AskForAnswer(limit) with
                {
                    State = new ReportState.Returned(version, now, by.Name, reason, fields)
                    {
                        AnswerBy = limit,
                        Before = State,
                        OpenBefore = Reopened,
                        TimeBefore = new GivenTime(ClosesAt, TimeGivenUntil, ReopenedUntil),
                        SignedBefore = (Signing as Signing.Signed)?.Signature,
                        ByPerson = by.Person,
                        FromAbove = IsFromAbove(cycle, by),
                    },
                    HeldUpSince = IsFromTheTop(by) ? HeldUpSince : HeldUpBy(cycle, limit, now),
                    Reopened = new Reopening(version, InQuestion, fields),
                    Returns = Returns + 1,
                    Withdrawals = 0,
                },
            ReportState.Submitted or ReportState.Accepted => ReportRefusals.LimitNeeded,
            _ => ReportRefusals.NothingSubmitted,
        };

    /// <summary>
    /// The return was a mistake: while nothing new has come in, the report stands again as it did, with the limits that it had.
    /// </summary>
    public Outcome<Obligation> TakeBackReturn(Cycle cycle, Caller by, DateTimeOffset now) => State switch
    {
        _ when cycle.IsImported => CycleRefusals.Imported(cycle),
        ReportState.Returned when !cycle.TakesJudgements => CycleRefusals.NotOpen(cycle),
        ReportState.Returned when cycle.LeavingOf(Unit) is { } ended => ReportRefusals.UnitEnded(ended),
        ReportState.Returned { FromAbove: true, By: var returner } when !IsFromTheTop(by) => ReportRefusals.ReturnedFromAbove(returner),
        ReportState.Returned { Before: { } before } returned =>
            Next().With(History.Without(History.Moments.OfType<Moment.Returned>().LastOrDefault()))
                .GivenBack(returned.TimeBefore ?? new GivenTime(ClosesAt, null, null), cycle) with
            {
                State = before with { RestoredAt = now, RestoredBy = new DoneBy(by.Person, by.Name, now) },
                Reopened = returned.OpenBefore,
                Returns = Returns - 1,
                Signing = returned.SignedBefore is { } signature ? new Signing.Signed(signature) : Signing as Signing.Signed,
            },
        ReportState.Returned => ReportRefusals.ReturnIsOld,
        _ => ReportRefusals.NothingReturned,
    };

    private DateTimeOffset? UsualLimit(Cycle cycle, DateTimeOffset now) =>
        cycle.Phase is not CyclePhase.Open || now > ClosesAt ? null : now > DueAt ? ClosesAt : DueAt;

    /// <summary>A superior alone cannot hold up the sector report for longer; within what the unit was given it holds up nothing.</summary>
    private DateTimeOffset LatestAnswer(Cycle cycle, DateTimeOffset now) =>
        Later(AsGranted(cycle).ReopenedUntil, (HeldUp(cycle) ?? now) + LongestAnswer);

    private DateTimeOffset? HeldUpBy(Cycle cycle, DateTimeOffset limit, DateTimeOffset now) =>
        cycle.Phase is not CyclePhase.Open ? HeldUp(cycle) ?? now : limit > ClosesAt ? HeldUpSince ?? ClosesAt : HeldUpSince;

    private DateTimeOffset? HeldUp(Cycle cycle) => HeldUpSince < cycle.Correcting?.At ? null : HeldUpSince;

    private static bool IsFromTheTop(Caller by) => by.Role is Role.Centre or Role.Leadership;

    private bool IsFromAbove(Cycle cycle, Caller by) => by.Role is Role.Leadership
        || (by.Role is Role.Centre && cycle.JudgesOf(Unit, Superior).Count > 0);

    /// <summary>It takes away no time that the unit has.</summary>
    private Obligation AskForAnswer(DateTimeOffset by) => this with
    {
        ClosesAt = Later(ClosesAt, by),
        TimeGivenUntil = by > DueAt ? by : null,
        ReopenedUntil = Later(ReopenedUntil, by),
    };

    /// <summary>With what the centre has granted since.</summary>
    private Obligation GivenBack(GivenTime before, Cycle cycle)
    {
        var obliged = History.Moments.OfType<Moment.ObligedAgain>().LastOrDefault()?.At;
        return cycle.ExtensionsOf(Unit).Where(extension => obliged is null || extension.GrantedAt > obliged).Aggregate(
            this with { ClosesAt = before.ClosesAt, TimeGivenUntil = before.TimeGivenUntil, ReopenedUntil = before.ReopenedUntil },
            (sofar, extension) => sofar.Given(extension));
    }
}
