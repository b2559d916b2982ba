using VksServerless.Access;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Web.Api.Cycles;

/// <summary>The terms of a cycle as the centre writes them. What may be left out has the usual value.</summary>
/// <param name="Deadlines">Each an instant, or so many working days after the period's end, the opening or another deadline.</param>
/// <param name="ClosesAt">An instant or a rule, like the deadlines.</param>
/// <param name="Participants">Left out: every unit.</param>
/// <param name="OpensAt">Left out: as soon as it is started.</param>
/// <param name="CloseWhenAllAccepted">Usually true.</param>
/// <param name="Reminders">Usually 7 and 1 days before, on the day, 1 and 3 days after, at 08:00.</param>
/// <param name="ApprovalsNeeded">Usually 1.</param>
/// <param name="Previous">The cycle of the preceding period.</param>
/// <param name="Parts">The cycles whose figures make up this one's.</param>
/// <param name="HeadSignsOff">Usually false: the author of the report hands it in.</param>
/// <param name="Milestones">What the plan foresees beside the units' reports; usually nothing.</param>
/// <param name="SentToUnits">Usually false: the units that take part neither hear of the publication nor read it.</param>
/// <param name="Imported">The number, e.g. 72/BC-VKSTC, and the date of the document with which a cycle of the past ended: the centre
/// enters it as it was. Left out: the cycle is held here.</param>
public sealed record CycleBody(
    string Title,
    Plan Plan,
    FormRef Form,
    Period Period,
    DeadlinesBody Deadlines,
    DueBody ClosesAt,
    IReadOnlyList<Recipient> Recipients,
    ParticipantsBody? Participants = null,
    DateTimeOffset? OpensAt = null,
    bool CloseWhenAllAccepted = true,
    RemindersBody? Reminders = null,
    int ApprovalsNeeded = 1,
    CycleId? Previous = null,
    IReadOnlyList<CycleId>? Parts = null,
    bool HeadSignsOff = false,
    IReadOnlyList<MilestoneBody>? Milestones = null,
    bool SentToUnits = false,
    ImportedReport? Imported = null)
{
    /// <summary>What has a rule is not reckoned yet.</summary>
    public CycleTerms ToTerms() => new(
        Title,
        Plan,
        Form,
        Period,
        ToParticipants(Participants),
        new Deadlines(Deadlines.District.Instant, Deadlines.Province.Instant, Deadlines.Supreme.Instant),
        OpensAt,
        ClosesAt.Instant,
        CloseWhenAllAccepted,
        ToStages(Reminders),
        ApprovalsNeeded,
        Recipients)
    {
        Previous = Previous,
        Parts = [.. (Parts ?? []).Distinct()],
        HeadSignsOff = HeadSignsOff,
        SentToUnits = SentToUnits,
        Imported = Imported,
        Milestones = Milestones is { Count: > 0 } ? [.. Milestones.Select(milestone => milestone.ToMilestone())] : null,
        Rules = Rules is { District: null, Province: null, Supreme: null, ClosesAt: null } ? null : Rules,
    };

    internal static Participants ToParticipants(ParticipantsBody? body) =>
        new([.. (body?.Levels ?? []).Distinct()], [.. (body?.Units ?? []).Distinct()], [.. (body?.Except ?? []).Distinct()]);

    internal static ReminderStages ToStages(RemindersBody? body) => new(body?.Days ?? [-7, -1, 0, 1, 3], body?.At ?? new TimeOnly(8, 0));

    private DeadlineRules Rules => new(Deadlines.District.Rule, Deadlines.Province.Rule, Deadlines.Supreme.Rule, ClosesAt.Rule);
}

/// <param name="On">The last day.</param>
/// <param name="RemindDays">Usually 7 days before and on the day, in the morning.</param>
/// <param name="Concerns">Who is reminded.</param>
/// <param name="ConcernsUnits">Whether every unit that takes part is reminded as well; usually not.</param>
public sealed record MilestoneBody(
    string Name, DateOnly On, IReadOnlyList<int>? RemindDays = null, IReadOnlyList<Recipient>? Concerns = null, bool ConcernsUnits = false)
{
    public Milestone ToMilestone() => new(Name, On, RemindDays ?? [-7, 0], Concerns ?? [], ConcernsUnits);
}

public sealed record ParticipantsBody(
    IReadOnlyList<UnitLevel>? Levels = null, IReadOnlyList<UnitCode>? Units = null, IReadOnlyList<UnitCode>? Except = null);

/// <param name="At">HH:mm:ss in Vietnam.</param>
public sealed record RemindersBody(IReadOnlyList<int>? Days = null, TimeOnly? At = null);

/// <param name="Phase">draft, starting, open, closed, awaiting-approval, published or cancelled.</param>
/// <param name="Reckoned">How the deadlines were reckoned; null: they were given.</param>
/// <param name="Digest">While it awaits approval: what an approval must name.</param>
/// <param name="Imported">Of a cycle of the past: the document that it is entered from.</param>
public sealed record CycleView(
    CycleId Id,
    string Title,
    Plan Plan,
    FormRef Form,
    Period Period,
    Participants Participants,
    Deadlines Deadlines,
    DateTimeOffset? OpensAt,
    DateTimeOffset ClosesAt,
    bool CloseWhenAllAccepted,
    ReminderStages Reminders,
    int ApprovalsNeeded,
    string Phase,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset? OpenedAt,
    IReadOnlyList<Extension> Extensions,
    string? Digest,
    IReadOnlyList<ApprovalView> Approvals,
    PublicationNumber? Publication,
    CorrectionView? Correcting,
    string? CancelledBecause,
    IReadOnlyList<Recipient>? Recipients,
    CycleId? Previous,
    IReadOnlyList<CycleId> Parts,
    IReadOnlyList<Period>? MissingParts,
    bool HeadSignsOff,
    bool SentToUnits,
    IReadOnlyList<UnitChangeView>? UnitChanges,
    DeadlineRules? Reckoned,
    IReadOnlyList<MilestoneView> Milestones,
    IReadOnlyList<RefusedReportView>? Refused,
    ImportedReport? Imported)
{
    public static CycleView Of(Cycle cycle, Caller caller) => new(
        cycle.Id,
        cycle.Terms.Title,
        cycle.Terms.Plan,
        cycle.Terms.Form,
        cycle.Terms.Period,
        cycle.Terms.Participants,
        cycle.Terms.Deadlines,
        cycle.Terms.OpensAt,
        cycle.Terms.ClosesAt,
        cycle.Terms.CloseWhenAllAccepted,
        cycle.Terms.Reminders,
        cycle.Terms.ApprovalsNeeded,
        cycle.Phase.Name,
        cycle.CreatedAt,
        cycle.CreatedBy,
        cycle.OpenedAt,
        [.. ExtensionsFor(cycle, caller)],
        SeesAll(caller) ? (cycle.Phase as CyclePhase.AwaitingApproval)?.Digest.ToString() : null,
        [.. cycle.ValidApprovals.Select(approval => new ApprovalView(approval.Name, approval.At))],
        (cycle.Phase as CyclePhase.Published)?.Number,
        cycle.Correcting is { } correcting
            ? new CorrectionView(correcting.Of, SeesAll(caller) ? correcting.Reason : null, correcting.At, correcting.Ready)
            : null,
        (cycle.Phase as CyclePhase.Cancelled)?.Reason,
        SeesAll(caller) ? cycle.Terms.Recipients : null,
        cycle.Terms.Previous,
        cycle.Terms.Parts,
        cycle.Terms.MissingParts,
        cycle.Terms.HeadSignsOff,
        cycle.Terms.SentToUnits,
        SeesAll(caller) ? [.. cycle.UnitChanges.Select((change, index) => UnitChangeView.Of(change, index < cycle.UnitChangesDone))] : null,
        cycle.Terms.Rules,
        [.. (cycle.Terms.Milestones ?? []).Select(milestone => new MilestoneView(
            milestone.Name, milestone.On, milestone.RemindDays, SeesAll(caller) ? milestone.Concerns : null, milestone.ConcernsUnits))],
        SeesAll(caller) ? [.. (cycle.Refused ?? []).Select(RefusedReportView.Of)] : null,
        cycle.Terms.Imported);

    /// <summary>A unit learns of its own extensions, not of who else has one.</summary>
    private static IEnumerable<Extension> ExtensionsFor(Cycle cycle, Caller caller) => SeesAll(caller)
        ? cycle.Extensions
        : cycle.Extensions.Where(extension => extension.Units.Contains(caller.Unit))
            .Select(extension => extension with { Units = [caller.Unit] });

    private static bool SeesAll(Caller caller) => Permission.ReadsPublications(caller);
}

/// <param name="Concerns">Addresses are not for units to know.</param>
public sealed record MilestoneView(
    string Name, DateOnly On, IReadOnlyList<int> RemindDays, IReadOnlyList<Recipient>? Concerns, bool ConcernsUnits);

/// <param name="AnsweredAt">When the centre handed the sector report in again; null: it has not.</param>
public sealed record RefusedReportView(
    string Digest, string Reason, IReadOnlyList<UnitCode> Units, string By, DateTimeOffset At, DateTimeOffset? AnsweredAt)
{
    public static RefusedReportView Of(RefusedReport refused) =>
        new(refused.Digest.ToString(), refused.Reason, refused.Units, refused.By, refused.At, refused.AnsweredAt);
}

public sealed record ApprovalView(string By, DateTimeOffset At);

public sealed record CorrectionView(PublicationNumber Of, string? Reason, DateTimeOffset At, bool Ready);

/// <param name="Done">Its obligations stand as it says.</param>
/// <param name="Ended">Have ended and owe no report any more: their successors report for them.</param>
/// <param name="Kept">Have ended too, but what they handed in counts, or others report to them: their successors judge and answer.</param>
/// <param name="Times">By when those who joined report.</param>
public sealed record UnitChangeView(
    DateOnly Day, string Reason, string By, DateTimeOffset At, bool Done, IReadOnlyList<EndedUnit> Ended, IReadOnlyList<EndedUnit> Kept,
    IReadOnlyList<UnitCode> Joined, IReadOnlyList<JoiningTime> Times)
{
    public static UnitChangeView Of(UnitChange change, bool done) =>
        new(change.Day, change.Reason, change.By, change.At, done, change.Ended, change.Kept, change.Joined, change.Times);
}
