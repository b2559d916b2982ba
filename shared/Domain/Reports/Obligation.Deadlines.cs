using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Reports;

/// <summary>Until when a unit may hand in, and whether what it hands in is on time.</summary>
public sealed partial record Obligation
{
    /// <summary>Null while nothing has happened to the deadline that the unit had first, and in what earlier versions wrote.</summary>
    public Timeline? Timeline { get; init; }

    /// <summary>
    /// A limit that was given when the report was late already: it gives time and changes no verdict. Null: none was given.
    /// </summary>
    public DateTimeOffset? TimeGivenUntil { get; init; }

    /// <summary>
    /// Up to and including this instant this one unit may hand in although its cycle is closed, and its answer is waited for; null:
    /// it has no such leave.
    /// </summary>
    public DateTimeOffset? ReopenedUntil { get; init; }

    public Verdict Verdict => History.Verdict;

    /// <summary>Null while the report is missing.</summary>
    public bool? OnTime => Verdict.OnTime;

    /// <summary>What the unit is reminded of.</summary>
    public DateTimeOffset AskedBy => Later(DueAt, TimeGivenUntil ?? DueAt);

    /// <summary>Whether the sector report waits for it: it was reopened, has time left, and is not accepted yet.</summary>
    public bool IsAwaited(DateTimeOffset now) => ReopenedUntil >= now && (Owes || State is ReportState.Submitted);

    /// <summary>In whatever order they are applied, and however often, the same extensions give the same.</summary>
    public Obligation Extend(IEnumerable<Extension> granted) => granted.Aggregate(this, (sofar, extension) => sofar.Extend(extension));

    public Obligation Extend(Extension extension)
    {
        if (State is ReportState.Exempt || IsApplied(extension))
        {
            return this;
        }

        return Next().With(History.Add(new Moment.Extended(extension.GrantedAt, extension.DueAt))).Given(extension);
    }

    private Obligation Given(Extension extension) => this with
    {
        ClosesAt = Later(ClosesAt, extension.ClosesAt),
        TimeGivenUntil = DueAt < extension.DueAt ? Later(TimeGivenUntil, extension.DueAt) : TimeGivenUntil,
        ReopenedUntil = extension.Reopens ? Later(ReopenedUntil, extension.ClosesAt) : ReopenedUntil,
    };

    /// <summary>Thu hồi việc miễn: the exemption was a mistake, and the unit owes its report after all.</summary>
    /// <param name="dueAt">
    /// Its new deadline, which judges unless it was exempt only after its old one had passed. Null: the one that it had, which must not
    /// have passed.
    /// </param>
    public Outcome<Obligation> RevokeExemption(Cycle cycle, string reason, DateTimeOffset? dueAt, Caller by, DateTimeOffset now) =>
        State switch
        {
            ReportState.Exempt when cycle.EndOf(Unit) is { } ended && !cycle.IsAnsweredFor(Unit) => ReportRefusals.UnitEnded(ended),
            ReportState.Exempt when !cycle.TakesReports && !cycle.TakesJudgements => CycleRefusals.NotOpen(cycle),
            ReportState.Exempt when cycle.IsImported && dueAt is not null => CycleRefusals.Imported(cycle),
            ReportState.Exempt when dueAt is null && HasNoTime(cycle, now) => ReportRefusals.LimitNeeded,
            ReportState.Exempt when dueAt <= now => ReportRefusals.LimitNeeded,
            ReportState.Exempt when dueAt > cycle.LatestReopening(Unit, now) => CycleRefusals.ReopenedTooLong,
            ReportState.Exempt exempt => (dueAt is { } due ? Oblige(exempt, due, now) : Next()) with
            {
                State = new ReportState.Owed(new RevokedExemption(reason, by.Name, now, exempt.Reason)),
                ReopenedUntil = dueAt,
            },
            _ => ReportRefusals.NotExempt,
        };

    private Obligation Oblige(ReportState.Exempt exempt, DateTimeOffset dueAt, DateTimeOffset now)
    {
        var next = Next().With(History.Add(new Moment.ObligedAgain(now, dueAt, exempt.At)));
        return next with
        {
            ClosesAt = Later(ClosesAt, dueAt),
            TimeGivenUntil = next.DueAt < dueAt ? dueAt : null,
        };
    }

    /// <summary>Whether what the unit is asked for now could come too late for its own deadline.</summary>
    private bool HasNoTime(Cycle cycle, DateTimeOffset now) =>
        !cycle.IsImported && (cycle.Phase is not CyclePhase.Open || now > DueAt);

    /// <summary>As the cycle has granted it, whether or not that has been applied yet.</summary>
    private Obligation AsGranted(Cycle cycle) => Extend(cycle.ExtensionsOf(Unit));

    /// <summary>What an earlier version applied left later instants and nothing else.</summary>
    private bool IsApplied(Extension extension) => Timeline is null
        ? extension.DueAt <= DueAt && extension.ClosesAt <= ClosesAt
        : Timeline.Moments.Contains(new Moment.Extended(extension.GrantedAt, extension.DueAt));

    private Timeline History => Timeline ?? new Timeline(DueAt, [.. AsWrittenBefore()]);

    /// <summary>Earlier versions kept the first instant alone; until the closing no answer to a return was late for them.</summary>
    private IEnumerable<Moment> AsWrittenBefore()
    {
        if (FirstReceivedAt is not { } first)
        {
            yield break;
        }

        var newer = State as ReportState.Submitted is { } submitted && submitted.At != first ? submitted : null;
        yield return new Moment.Received(first, 1);
        if (newer is not null || State is ReportState.Returned or ReportState.Withdrawn)
        {
            yield return new Moment.Returned(first, 1, ClosesAt);
        }

        if (newer is not null)
        {
            yield return new Moment.Received(newer.At, newer.Version);
        }
    }

    private Obligation With(Timeline timeline)
    {
        var verdict = timeline.Verdict;
        return this with { Timeline = timeline, DueAt = verdict.DueAt, FirstReceivedAt = verdict.FirstReceivedAt };
    }

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one >= other ? one.Value : other;
}
