using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Units;

namespace VksServerless.Tests.Reports.Ways;

/// <summary>A cycle with one unit's report at one of a few instants, and what was published last.</summary>
/// <param name="Published">Whether the newest publication contains the unit's figure; null: nothing is published.</param>
internal sealed record Situation(Cycle Cycle, Obligation Report, int Clock, bool? Published = null)
{
    /// <summary>Before the deadline, after it, after the closing, and when every limit is over that was given then.</summary>
    private static readonly DateTimeOffset[] Instants =
        [ACycle.Start, ACycle.Due.AddHours(1), ACycle.Closes.AddHours(1), ACycle.Closes.AddDays(4)];

    public DateTimeOffset Now => Instants[Clock];

    public bool IsLast => Clock == Instants.Length - 1;

    /// <summary>Two days, which are over at the next instant but the first.</summary>
    public DateTimeOffset Limit => Now.AddDays(2);

    /// <summary>Who answers for the report: the unit, or its heir. Of one that left without an heir: nobody but itself.</summary>
    public UnitCode Answering => Cycle.LivingFor(Report.Unit).FirstOrDefault(Report.Unit);

    /// <summary>Nobody has to do anything any more.</summary>
    public bool IsOver => Cycle.Phase is CyclePhase.Cancelled || Cycle is { Phase: CyclePhase.Published, Correcting: null };

    /// <summary>What decides about the future; counts are left out, so that the ways on are finitely many.</summary>
    public string ToKey() => string.Join('|',
        Clock, Cycle.Phase.Name, Cycle.Correcting?.Ready, Cycle.IsApproved, Published,
        Cycle.Extensions is [.., { } newest] ? newest.DueAt.Ticks : 0,
        string.Join(',', Cycle.UnitChanges.SelectMany(change => change.AllEnded).Select(ended => ended.Unit)), Cycle.UnitChangesDone,
        Report.State.Name, (Report.State as ReportState.Returned)?.Before?.Name, Report.Versions > 0, Report.OnTime,
        Report.Verdict.LateAt is null, Report.DueAt.Ticks, Report.ClosesAt.Ticks, Report.AskedBy.Ticks, Report.ReopenedUntil?.Ticks,
        (Report.State as ReportState.Exempt)?.At > Report.DueAt, (Cycle.Phase as CyclePhase.AwaitingApproval)?.Digest == Digest);

    /// <summary>Of the sector report as it would be composed now.</summary>
    public Sha256 Digest => ACycle.DigestOf($"{Report.State.Name} {(Report.State as ReportState.Accepted)?.Version} {Report.OnTime}");

    private Agenda Agenda => Agenda.Of(
        Cycle, Report.IsAccepted, Now, Report.IsAwaited(Now) ? Report.ReopenedUntil : null);

    /// <summary>The next instant.</summary>
    public Situation Later() => this with { Clock = Clock + 1 };

    /// <summary>What awaits approval is composed again when a report that went into it has changed.</summary>
    public Situation Recomposed() => this with { Cycle = Cycle.IsApproved ? Cycle : Cycle.ComposeAgain(Now) };

    /// <summary>What the workflow does of itself, step by step, until it waits.</summary>
    public IEnumerable<(Situation Next, CycleEvent? Happened)> Workflow()
    {
        var at = this;
        while (at.Agenda.Step is not (Step.Wait or Step.End or Step.Remind))
        {
            (at, var happened) = at.Do(at.Agenda.Step);
            yield return (at, happened);
        }
    }

    private (Situation Next, CycleEvent? Happened) Do(Step step) => step switch
    {
        Step.ChangeUnits => (this with { Report = Exempted(), Cycle = Cycle.UnitsChanged(Cycle.UnitChanges.Count) }, null),
        Step.Close => (this with { Cycle = Cycle.Close(Caller.System.Name, Now).Value }, null),
        Step.Aggregate => (this with { Cycle = Cycle.AwaitApproval(Digest, Now) }, new ReportLaidBefore(Cycle.Id, Digest, Cycle.Revision + 1)),
        Step.Publish when Cycle.Phase is CyclePhase.AwaitingApproval waiting && waiting.Digest != Digest =>
            (this with { Cycle = Cycle.ComposeAgain(Now) }, null),
        Step.Publish => (this with { Cycle = Cycle.Publish(PublicationNumber.InYear(1), Now), Published = Report.IsAccepted }, null),
        _ => throw new InvalidOperationException($"Not played: {step}"),
    };

    /// <summary>A unit that ended owing is exempt by the change of units.</summary>
    private Obligation Exempted() => Cycle.LeavingOf(Report.Unit) is null
        ? Report
        : Report.Leave(Cycle.UnitChanges[^1], "Đơn vị đã kết thúc.");
}
