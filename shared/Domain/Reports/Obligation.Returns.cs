using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.People;

namespace VksServerless.Reports;

/// <summary>Trả lại, and taking a return back.</summary>
public sealed partial record Obligation
{
    /// <summary>How long a return may hold up the sector report at most.</summary>
    public static readonly TimeSpan LongestAnswer = TimeSpan.FromDays(31);

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
            ReportState.Submitted or ReportState.Accepted when (answerBy ?? UsualLimit(cycle, now)) is { } limit =>
                Next().With(History.Add(new Moment.Returned(now, version, limit))).AskForAnswer(limit) with
                {
                    State = new ReportState.Returned(version, now, by.Name, reason, fields)
                    {
                        AnswerBy = limit,
                        Before = State,
                        OpenBefore = Reopened,
                    },
                    Reopened = new Reopening(version, InQuestion, fields),
                    Returns = Returns + 1,
                    Withdrawals = 0,
                },
            ReportState.Submitted or ReportState.Accepted => ReportRefusals.LimitNeeded,
            _ => ReportRefusals.NothingSubmitted,
        };

    /// <summary>The return was a mistake: while nothing new has come in, the report stands again as it did.</summary>
    public Outcome<Obligation> TakeBackReturn(Cycle cycle, DateTimeOffset now) => State switch
    {
        _ when cycle.IsImported => CycleRefusals.Imported(cycle),
        ReportState.Returned when !cycle.TakesJudgements => CycleRefusals.NotOpen(cycle),
        ReportState.Returned when cycle.LeavingOf(Unit) is { } ended => ReportRefusals.UnitEnded(ended),
        ReportState.Returned { Before: { } before } returned =>
            Next().With(History.Without(History.Moments.OfType<Moment.Returned>().LastOrDefault())) with
            {
                State = before with { RestoredAt = now },
                Reopened = returned.OpenBefore,
                Returns = Returns - 1,
                TimeGivenUntil = null,
                ReopenedUntil = null,
                Signing = Signing as Signing.Signed,
            },
        ReportState.Returned => ReportRefusals.ReturnIsOld,
        _ => ReportRefusals.NothingReturned,
    };

    private DateTimeOffset? UsualLimit(Cycle cycle, DateTimeOffset now) =>
        cycle.Phase is not CyclePhase.Open || now > ClosesAt ? null : now > DueAt ? ClosesAt : DueAt;

    private Obligation AskForAnswer(DateTimeOffset by) => this with
    {
        ClosesAt = Later(ClosesAt, by),
        TimeGivenUntil = by > DueAt ? by : null,
        ReopenedUntil = by,
    };
}
