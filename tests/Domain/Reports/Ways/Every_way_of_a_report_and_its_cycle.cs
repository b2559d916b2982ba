using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;
using Xunit.Abstractions;

namespace VksServerless.Tests.Reports.Ways;

/// <summary>Report × cycle × correction × change of units, explored exhaustively over the domain's decisions and permissions.</summary>
public class Every_way_of_a_report_and_its_cycle(ITestOutputHelper output)
{
    private static readonly Exploration All = Exploration.Of(Office.Beginning(), Move.All);

    [Fact]
    public void Is_explored_to_the_end()
    {
        output.WriteLine(
            $"{All.Nodes.Count} states, {All.Transitions.Count} transitions, depth {All.Depth}, {All.Took.TotalSeconds:0.0} seconds");
        All.Nodes.Select(node => node.Situation.Cycle.Phase.Name).Distinct()
            .ShouldBe(["open", "closed", "awaiting-approval", "published", "cancelled"], ignoreOrder: true);
        All.Nodes.Select(node => node.Situation.Report.State.Name).Distinct()
            .ShouldBe(["owed", "submitted", "withdrawn", "returned", "accepted", "exempt"], ignoreOrder: true);
        All.Transitions.Select(step => step.Move).Distinct().ShouldBe(Move.All.Select(move => move.Name), ignoreOrder: true);
    }

    [Fact]
    public void Leads_on_to_a_publication_with_the_units_figure()
    {
        var leading = All.LeadingTo(situation => situation is { IsOver: true, Published: true });

        All.Nodes.Where(node => !leading.Contains(node) && node.Situation.Cycle.Phase is not CyclePhase.Cancelled
            && node.Situation.Cycle.LeavingOf(node.Situation.Report.Unit) is null).ShouldBeEmpty();
    }

    [Fact]
    public void Leads_on_to_an_end_also_for_a_unit_that_has_ended()
    {
        var leading = All.LeadingTo(situation => situation.IsOver);

        All.Nodes.Where(node => !leading.Contains(node)).ShouldBeEmpty();
    }

    [Fact]
    public void Loses_no_accepted_figure_without_a_return_on_record() => Faults(
        step => step.Before.Situation.Report.State is ReportState.Accepted && step.Led.Report.State is not ReportState.Accepted,
        step => step.Led.Report.State is ReportState.Returned { By.Length: > 0, Reason.Length: > 0 } returned
            && returned.Before == step.Before.Situation.Report.State).ShouldBeEmpty();

    [Fact]
    public void Makes_no_report_punctual_that_was_missing_or_late() => Faults(
        step => IsMissed(step.Before.Situation),
        step => IsMissed(step.Led)).ShouldBeEmpty();

    [Fact]
    public void Publishes_nothing_while_a_unit_that_was_reopened_has_time_to_answer() => Faults(
        step => !step.Before.Situation.IsOver && step.Led.Cycle is { Phase: CyclePhase.Published, Correcting: null },
        step => !step.Led.Report.IsAwaited(step.Led.Now)).ShouldBeEmpty();

    [Fact]
    public void Lets_a_unit_hand_in_as_long_as_it_was_told_that_it_may() => All.Nodes
        .Where(node => IsAsked(node.Situation) && !node.Situation.IsOver
            && !(Permission.HandsInReport(
                    Office.Head with { Unit = node.Situation.Answering }, node.Situation.Report.Unit, Office.Roster, node.Situation.Cycle)
                && node.Situation.Report.CheckOpen(node.Situation.Cycle, node.Situation.Now) is null))
        .ShouldBeEmpty();

    [Fact]
    public void Tells_a_unit_that_is_asked_for_its_report_again() => Faults(
        step => IsAsked(step.Led) && step.Before.Situation.Report.Revision != step.Led.Report.Revision,
        step => step.Told.Contains(Office.AddressOf(step.Led.Answering))).ShouldBeEmpty();

    [Fact]
    public void Has_a_living_judge_for_every_report_that_waits() => All.Nodes
        .Where(node => node.Situation is { Report.State: ReportState.Submitted, Cycle: { TakesJudgements: true } cycle } && !Office.Judges
            .Any(judge => cycle.EndOf(judge.Unit) is null
                && Permission.JudgesReport(judge, node.Situation.Report.Unit, node.Situation.Report.Superior, cycle)))
        .ShouldBeEmpty();

    [Fact]
    public void Tells_the_superior_when_a_report_waits_for_it_and_when_it_no_longer_does() => Faults(
        step => step.Move is "hand in" or "withdraw",
        step => step.Told.Contains(Office.AddressOf(
            step.Led.Cycle.JudgesOf(Office.District, Office.Province).FirstOrDefault(UnitCode.Sector)))).ShouldBeEmpty();

    [Fact]
    public void Tells_the_leadership_when_a_report_waits_for_its_approval() => Faults(
        step => step.Led.Cycle is { Phase: CyclePhase.AwaitingApproval after, IsApproved: false }
            && step.Before.Situation.Cycle.Phase != after,
        step => step.Told.Contains(Office.Leadership.Mail)).ShouldBeEmpty();

    /// <summary>
    /// Past its deadline, and neither on time nor excused before it. A return that is not answered is not meant: it can be taken back.
    /// </summary>
    private static bool IsMissed(Situation situation) => situation.Now > situation.Report.DueAt && situation.Report.OnTime is not true
        && situation.Report.State switch
        {
            ReportState.Returned => situation.Report.Verdict.LateAt is not null,
            ReportState.Exempt exempt => exempt.At > situation.Report.DueAt,
            _ => true,
        };

    /// <summary>Returned, obliged again or given more time, and that time is not over.</summary>
    private static bool IsAsked(Situation situation) => situation.Report.Owes && situation.Report.ReopenedUntil >= situation.Now;

    /// <summary>Those of these transitions that do not do what all of them must. There must be some to judge.</summary>
    private static IEnumerable<string> Faults(Func<Transition, bool> concerned, Func<Transition, bool> isRight)
    {
        var found = All.Transitions.Where(concerned).ToList();
        found.ShouldNotBeEmpty();
        return found.Where(step => !isRight(step)).Take(5).Select(step => $"{step.Before}, {step.Move} => {step.After}");
    }
}
