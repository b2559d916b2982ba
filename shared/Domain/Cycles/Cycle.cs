using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Cycles;

/// <summary>Kỳ báo cáo: one run from plan to publication. Every method is a decision; none has an effect.</summary>
/// <param name="Revision">Counts the changes, from 1; makes the events of each unique.</param>
/// <param name="RemindedThrough">Reminder rounds up to and including this instant are done.</param>
public sealed partial record Cycle(
    CycleId Id,
    CycleTerms Terms,
    CyclePhase Phase,
    int Revision,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    IReadOnlyList<Extension> Extensions,
    IReadOnlyList<Approval> Approvals,
    Correction? Correcting,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? RemindedThrough)
{
    /// <summary>Reminders are scheduled around every deadline: none may be at the end of the calendar.</summary>
    internal const int LastYear = 2100;

    /// <summary>SHA-256 of the terms that it was first drafted with, whatever they have become: tells the request that made it.</summary>
    public string? FirstTerms { get; init; }

    /// <summary>The instants that were calculated then; null: all were given.</summary>
    public FirstInstants? FirstInstants { get; init; }

    public static Cycle Create(CycleId id, CycleTerms terms, Caller by, DateTimeOffset now) => Create(id, terms, by.Name, now);

    /// <summary>
    /// As it was when it was created, for a repeated request under the same id; a request with other
    /// terms is refused.
    /// </summary>
    public Outcome<Cycle> Recreate(CycleTerms terms) =>
        FirstTerms != HashOf(terms) ? Refusal.KeyReused
            : Create(
                Id, FirstInstants is { } first ? terms with { Deadlines = first.Deadlines, ClosesAt = first.ClosesAt } : terms, CreatedBy,
                CreatedAt);

    public bool IsDraft => Phase is CyclePhase.Draft;

    /// <summary>Whether it is a cycle of the past, which the centre enters as it was.</summary>
    [JsonIgnore]
    public bool IsImported => Terms.Imported is not null;

    /// <summary>On which day, in Vietnam, participants are counted: at the opening; of a past cycle on its period's last day.</summary>
    [JsonIgnore]
    public DateOnly CountedOn => IsImported ? Terms.Period.LastDay : VietnamTime.DayOf(OpenedAt ?? CreatedAt);

    /// <summary>
    /// Whether superiors may still accept and return: until the report is approved, and again while it is being corrected.
    /// </summary>
    public bool TakesJudgements => !IsApproved
        && (Phase is CyclePhase.Open or CyclePhase.Closed or CyclePhase.AwaitingApproval || Correcting is not null);

    /// <summary>
    /// Whether every unit may submit: while it is open, and again while a publication is being corrected. As long as it takes
    /// judgements, a single unit may be reopened besides.
    /// </summary>
    public bool TakesReports => Phase is CyclePhase.Open || (Phase is CyclePhase.Published && Correcting is { Ready: false });

    /// <summary>Whether the sector report is put together next, once those who were reopened have answered.</summary>
    [JsonIgnore]
    public bool IsToBeComposed => Phase is CyclePhase.Closed || (Phase is CyclePhase.Published && Correcting is { Ready: true });

    /// <summary>Whether the sector report can still be written: until it is approved, and again while a publication is corrected.</summary>
    public bool TakesSectorText => Phase switch
    {
        CyclePhase.Cancelled => false,
        CyclePhase.Published => Correcting is not null,
        _ => !IsApproved,
    };

    /// <summary>The last instant at which any unit's report is taken.</summary>
    public DateTimeOffset LastClosing =>
        Extensions.Select(extension => extension.ClosesAt).Concat(Times.Select(time => time.ClosesAt)).Append(Terms.ClosesAt).Max();

    /// <summary>Every deadline that some unit has.</summary>
    public IEnumerable<DateTimeOffset> AllDeadlines =>
        Terms.Deadlines.All.Concat(Extensions.Select(extension => extension.DueAt)).Concat(Times.Select(time => time.DueAt)).Distinct();

    /// <summary>Whether something may still follow from it: from its start until so long after its end.</summary>
    public bool IsUnderWay(DateTimeOffset now, TimeSpan afterEnd) => Phase switch
    {
        CyclePhase.Draft => false,
        CyclePhase.Published published when Correcting is null =>
            now < published.At + afterEnd || VietnamTime.DayOf(now) <= LastMilestone,
        CyclePhase.Cancelled cancelled => now < cancelled.At + afterEnd,
        _ => true,
    };

    /// <summary>Started, and neither published nor cancelled: its workflow has something to do or to wait for.</summary>
    [JsonIgnore]
    public bool IsRunning => Phase switch
    {
        CyclePhase.Draft or CyclePhase.Cancelled => false,
        CyclePhase.Published => Correcting is not null,
        _ => true,
    };

    public Outcome<Cycle> Redraft(CycleTerms terms) =>
        IsDraft ? Next() with { Terms = terms } : CycleRefusals.NotDraft(this);

    /// <param name="reporting">The tiers of those who take part; null: any may.</param>
    public Outcome<Cycle> Start(Caller by, DateTimeOffset now, IReadOnlyCollection<Tier>? reporting = null) => Phase switch
    {
        CyclePhase.Draft when IsImported => Next() with { Phase = new CyclePhase.Starting(now, by.Name) },
        CyclePhase.Draft when Terms.ClosesAt <= now => CycleRefusals.AlreadyOver(Terms.ClosesAt),
        CyclePhase.Draft when Terms.Deadlines.Of(reporting) is var dues && dues.All(due => due <= now) =>
            CycleRefusals.DeadlinesPassed(dues.Max()),
        CyclePhase.Draft => Next() with { Phase = new CyclePhase.Starting(now, by.Name) },
        _ => CycleRefusals.NotDraft(this),
    };

    /// <summary>Once every obligation stands. Opening an open cycle changes nothing.</summary>
    public Cycle Open(DateTimeOffset now) => Phase is CyclePhase.Starting
        ? Next() with { Phase = new CyclePhase.Open(now), OpenedAt = now }
        : this;

    /// <summary>Reminders of milestones up to and including this day are done; null: none is.</summary>
    public DateOnly? MilestonesRemindedThrough { get; init; }

    /// <summary>The reminders of milestones that are due on this day and not done yet: places in the terms, with their stages.</summary>
    public IReadOnlyList<(int Milestone, int Stage)> MilestonesDue(DateOnly day)
    {
        if (OpenedAt is not { } opened || Phase is CyclePhase.Cancelled)
        {
            return [];
        }

        var after = MilestonesRemindedThrough ?? VietnamTime.DayOf(opened).AddDays(-1);
        return
        [
            .. from entry in (Terms.Milestones ?? []).Index()
               let stage = entry.Item.StageBetween(after, day)
               where stage is not null
               select (entry.Index, stage.Value),
        ];
    }

    public Cycle RemindedOfMilestones(DateOnly day) =>
        MilestonesDue(day).Count == 0 ? this : Next() with { MilestonesRemindedThrough = day };

    private DateOnly? LastMilestone => Terms.Milestones?.Max(milestone => (DateOnly?)milestone.LastDay);

    public Cycle RemindedAll(DateTimeOffset through) => Next() with { RemindedThrough = through };

    /// <summary>For participants of this cycle, each of whom it gives more time.</summary>
    public Outcome<Cycle> Extend(Extension extension, IEnumerable<Participant> named, DateTimeOffset now) => Phase switch
    {
        _ when IsImported => CycleRefusals.Imported(this),
        _ when !TakesReports && !TakesJudgements => CycleRefusals.NotOpen(this),
        _ when extension.DueAt <= now || extension.ClosesAt < extension.DueAt || extension.ClosesAt.Year > LastYear =>
            CycleRefusals.ExtensionBackwards,
        _ when Phase is not CyclePhase.Open && named.Any(participant => extension.ClosesAt > LatestReopening(participant.Unit, now)) =>
            CycleRefusals.ReopenedTooLong,
        _ when Extensions.Append(extension).Sum(given => given.Weight) > Extension.MostWeight => CycleRefusals.TooManyExtensions,
        _ when GivesLess(extension, named, now) => CycleRefusals.ExtensionBackwards,
        CyclePhase.Open => Next() with { Extensions = [.. Extensions, extension] },
        _ => ComposeAgain(now) with { Revision = Revision + 1, Extensions = [.. Extensions, extension with { Reopens = true }] },
    };

    /// <summary>
    /// Until when a unit alone may be asked for its report, which the sector report then waits for: a month, or until the closing that the
    /// unit had first.
    /// </summary>
    public DateTimeOffset LatestReopening(UnitCode unit, DateTimeOffset now) =>
        FirstClosingOf(unit) is var closing && closing > now + Extension.LongestReopening ? closing : now + Extension.LongestReopening;

    /// <summary>First to last.</summary>
    public IEnumerable<Extension> ExtensionsOf(UnitCode unit) => Extensions.Where(extension => extension.Units.Contains(unit));

    /// <summary>The newest extension of each unit that has one: it is the one that counts.</summary>
    public IReadOnlyDictionary<UnitCode, Extension> NewestExtensions() => Extensions
        .SelectMany(extension => extension.Units.Select(unit => (unit, extension)))
        .GroupBy(pair => pair.unit)
        .ToDictionary(group => group.Key, group => group.Last().extension);

    /// <summary>After the closing, what was granted before it for longer than may be granted now no longer counts.</summary>
    private bool GivesLess(Extension extension, IEnumerable<Participant> named, DateTimeOffset now)
    {
        var before = NewestExtensions();
        return named.Any(participant => before.TryGetValue(participant.Unit, out var given)
            && (Phase is CyclePhase.Open || given.ClosesAt <= LatestReopening(participant.Unit, now))
            ? extension.DueAt <= given.DueAt || extension.ClosesAt < given.ClosesAt
            : extension.DueAt <= FirstDueOf(participant) || extension.ClosesAt < FirstClosingOf(participant.Unit));
    }

    /// <summary>By the clock, because everyone is accepted, or early by a person.</summary>
    public Outcome<Cycle> Close(string by, DateTimeOffset now) => Phase switch
    {
        CyclePhase.Open when IsChangingUnits => CycleRefusals.ChangingUnits,
        CyclePhase.Open => Next() with { Phase = new CyclePhase.Closed(now, by) },
        _ => CycleRefusals.NotOpen(this),
    };

    public Outcome<Cycle> Cancel(string reason, Caller by, DateTimeOffset now) => Phase switch
    {
        CyclePhase.Published or CyclePhase.Cancelled => CycleRefusals.Ended(this),
        _ when Correcting is not null || IsApproved => CycleRefusals.Ended(this),
        _ => Next() with { Phase = new CyclePhase.Cancelled(now, by.Name, reason) },
    };

    /// <summary>The report awaits the leadership's approval. If it has changed, earlier approvals are void.</summary>
    public Cycle AwaitApproval(Sha256 digest, DateTimeOffset now) => Phase switch
    {
        CyclePhase.AwaitingApproval waiting when waiting.Digest == digest => this,
        CyclePhase.Closed when IsRefused => this,
        CyclePhase.Closed or CyclePhase.AwaitingApproval => LaidBefore(digest, now),
        CyclePhase.Published when Correcting is not null => LaidBefore(digest, now),
        _ => this,
    };

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool LeadershipTold { get; init; }

    /// <summary>What leaders had approved when it was to be composed again. Null: nobody had approved it, or nothing is being composed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Sha256? ApprovedBefore { get; init; }

    /// <summary>
    /// Whether the leadership is to be told that this report awaits approval. One that is composed again is news only where it makes
    /// approvals void; one that comes out as it was is none.
    /// </summary>
    public bool IsNewsForLeadership(Sha256 digest) => !LeadershipTold || (ApprovedBefore is { } approved && approved != digest);

    private Cycle LaidBefore(Sha256 digest, DateTimeOffset now) =>
        Next() with { Phase = new CyclePhase.AwaitingApproval(digest, now), LeadershipTold = true, ApprovedBefore = null };

    /// <summary>
    /// A report was accepted or returned after the sector report had been composed: it is composed again, unless it is approved, and
    /// about to be published if nothing has changed (<see cref="Outdate"/>).
    /// </summary>
    public Cycle ComposeAgain(DateTimeOffset now) => IsApproved ? this : Outdate(now);

    /// <summary>
    /// What awaits approval, or is approved, no longer says what the units' reports say. Approvals given so far are void.
    /// </summary>
    public Cycle Outdate(DateTimeOffset now) => Phase is CyclePhase.AwaitingApproval
        ? Next() with
        {
            Phase = new CyclePhase.Closed(now, Caller.System.Name),
            ApprovedBefore = ValidApprovals.Count > 0 ? DigestInQuestion : null,
        }
        : this;

    /// <summary>
    /// The centre has added something to the sector report: it is composed again, also when it is being composed just now, which the
    /// new revision tells.
    /// </summary>
    public Outcome<Cycle> ComposeWithNewText(DateTimeOffset now) =>
        !TakesSectorText ? CycleRefusals.SectorReportWritten(this)
        : IsToBeComposed ? Next()
        : ComposeAgain(now);

    public Outcome<Cycle> Approve(Sha256 digest, Caller by, DateTimeOffset now) => Phase switch
    {
        CyclePhase.AwaitingApproval waiting when waiting.Digest != digest => CycleRefusals.ReportChanged,
        CyclePhase.AwaitingApproval when ValidApprovals.Any(given => given.Person == by.Person) => CycleRefusals.ApprovedBefore,
        CyclePhase.AwaitingApproval => Next() with { Approvals = [.. Approvals, new Approval(by.Person, by.Name, digest, now)] },
        _ => CycleRefusals.NothingToApprove(this),
    };

    /// <summary>Every refusal of a sector report by a leader, first to last.</summary>
    public IReadOnlyList<RefusedReport>? Refused { get; init; }

    /// <summary>The sector report was refused, and the centre has not handed it in again.</summary>
    [JsonIgnore]
    public bool IsRefused => Refused is [.., { AnsweredAt: null }] && Phase is CyclePhase.Closed;

    /// <summary>A leader does not approve: back to the centre, with the reason. Approvals given so far are void.</summary>
    public Outcome<Cycle> RefuseReport(
        Sha256 digest, string reason, IReadOnlyList<UnitCode> units, Caller by, DateTimeOffset now) => Phase switch
        {
            CyclePhase.AwaitingApproval waiting when waiting.Digest != digest => CycleRefusals.ReportChanged,
            CyclePhase.AwaitingApproval when IsImported && units.Count > 0 => CycleRefusals.Imported(this),
            CyclePhase.AwaitingApproval when IsApproved => CycleRefusals.NothingToApprove(this),
            CyclePhase.AwaitingApproval when Refused?.Count >= RefusedReport.Most => CycleRefusals.TooManyRefusals,
            CyclePhase.AwaitingApproval => Next() with
            {
                Phase = new CyclePhase.Closed(now, by.Name),
                LeadershipTold = false,
                Approvals = [],
                Refused = [.. Refused ?? [], new RefusedReport(digest, reason, units, by.Person, by.Name, now)],
            },
            _ => CycleRefusals.NothingToApprove(this),
        };

    /// <summary>The centre has dealt with the refusal: the sector report is put together and submitted again.</summary>
    public Outcome<Cycle> ResubmitReport(DateTimeOffset now) => IsRefused
        ? Next() with { Refused = [.. Refused!.SkipLast(1), Refused![^1] with { AnsweredAt = now }] }
        : CycleRefusals.NothingRefused;

    /// <summary>The approvals of the report as it stands now, each of another person.</summary>
    public IReadOnlyList<Approval> ValidApprovals =>
        [.. Approvals.Where(given => given.Digest == DigestInQuestion).DistinctBy(given => given.Person)];

    public bool IsApproved => Phase is CyclePhase.AwaitingApproval && ValidApprovals.Count >= Terms.ApprovalsNeeded;

    public Cycle Publish(PublicationNumber number, DateTimeOffset now) => Phase is CyclePhase.AwaitingApproval approved
        ? Next() with { Phase = new CyclePhase.Published(number, approved.Digest, now), Correcting = null, LeadershipTold = false }
        : this;

    /// <summary>
    /// Đính chính: opens a published cycle for returns and resubmissions that end in a new publication. It needs approvals of
    /// its own, also when the reports come back to what was approved before.
    /// </summary>
    public Outcome<Cycle> Correct(string reason, Caller by, DateTimeOffset now) => Phase switch
    {
        CyclePhase.Published when Correcting is not null => CycleRefusals.CorrectingAlready,
        CyclePhase.Published published =>
            Next() with { Correcting = new Correction(published.Number, reason, by.Name, now, Ready: false), Approvals = [] },
        _ => CycleRefusals.NotPublished(this),
    };

    /// <summary>The corrected reports are in: put the new report together.</summary>
    public Outcome<Cycle> FinishCorrecting() => Phase is CyclePhase.Published && Correcting is { } correcting
        ? Next() with { Correcting = correcting with { Ready = true } }
        : CycleRefusals.NotPublished(this);

    private Sha256? DigestInQuestion => Phase switch
    {
        CyclePhase.AwaitingApproval waiting => waiting.Digest,
        CyclePhase.Published published => published.Digest,
        _ => null,
    };

    private static Cycle Create(CycleId id, CycleTerms terms, string by, DateTimeOffset at) =>
        new(id, terms, new CyclePhase.Draft(), 1, at, by, [], [], null, null, null)
        {
            FirstTerms = HashOf(terms),
            FirstInstants = terms.Rules is null ? null : new FirstInstants(terms.Deadlines, terms.ClosesAt),
        };

    private static string HashOf(CycleTerms terms) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(terms.AsAsked(), DomainJson.Options)));

    private Cycle Next() => this with { Revision = Revision + 1 };
}

/// <summary>The deadlines and the closing that were calculated when a cycle was first drafted.</summary>
public sealed record FirstInstants(Deadlines Deadlines, DateTimeOffset ClosesAt);

/// <summary>Gia hạn: later instants for named units, with a reason and who granted it.</summary>
public sealed record Extension(
    IReadOnlyList<UnitCode> Units, DateTimeOffset DueAt, DateTimeOffset ClosesAt, string Reason, string GrantedBy, DateTimeOffset GrantedAt)
{
    /// <summary>How long the sector report may have to wait for one unit: after a return, an extension or a revoked exemption.</summary>
    public static readonly TimeSpan LongestReopening = TimeSpan.FromDays(31);

    /// <summary>Granted after the closing: the named units alone may hand in until it closes for them, and are waited for.</summary>
    public bool Reopens { get; init; }

    /// <summary>All extensions of a cycle are kept with it in one row of at most 900 KiB.</summary>
    internal const int MostWeight = 520 * 1024;

    /// <summary>Bytes that it takes at most when it is written down: a letter takes up to three.</summary>
    internal int Weight => 500 + (3 * Reason.Length) + Units.Sum(unit => unit.ToString().Length + 3);
}
