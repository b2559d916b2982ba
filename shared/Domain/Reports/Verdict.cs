namespace VksServerless.Reports;

/// <summary>
/// Đúng hạn, nộp muộn, chưa nộp: the only place that decides it. Receipts, totals, mails and publications read it and nothing else.
/// </summary>
/// <param name="DueAt">
/// The deadline that judges: up to and including this instant what comes in is on time, unless the report is late already.
/// </param>
/// <param name="FirstReceivedAt">When the first version came in that the unit did not take back; null: none has.</param>
/// <param name="LateAt">When the version came in that made the report late, for good; null: it is not late.</param>
/// <param name="Stands">Whether a version stands: neither returned nor taken back.</param>
public sealed record Verdict(DateTimeOffset DueAt, DateTimeOffset? FirstReceivedAt, DateTimeOffset? LateAt, bool Stands)
{
    /// <summary>Null: missing, because nothing has come in, or because what came in was returned or taken back.</summary>
    public bool? OnTime => Stands ? LateAt is null : null;

    /// <param name="dueAt">The deadline that the unit had first.</param>
    /// <param name="moments">What happened then, in the order of time.</param>
    public static Verdict Of(DateTimeOffset dueAt, IEnumerable<Moment> moments) =>
        moments.Aggregate(new Verdict(dueAt, null, null, Stands: false), (sofar, moment) => sofar.After(moment));

    private Verdict After(Moment moment) => moment switch
    {
        Moment.ObligedAgain tooLate when tooLate.ExemptedAt > DueAt => this,
        Moment.ObligedAgain again => this with { DueAt = Later(again.DueAt) },
        Moment.Extended tooLate when tooLate.At > DueAt => this,
        Moment.Extended extended => this with { DueAt = Later(extended.DueAt) },
        Moment.Received received => this with
        {
            FirstReceivedAt = FirstReceivedAt ?? received.At,
            LateAt = LateAt ?? (received.At > DueAt ? received.At : null),
            Stands = true,
        },
        Moment.Returned returned when LateAt is null => this with { DueAt = Later(returned.AnswerBy), Stands = false },
        _ => this with { Stands = false },
    };

    private DateTimeOffset Later(DateTimeOffset other) => other > DueAt ? other : DueAt;
}
