using VksServerless.Cycles;

namespace VksServerless.Tests.Reports.Ways;

/// <summary>As <see cref="Every_way_of_a_report_and_its_cycle"/>: whatever anybody tries, only the centre and the leadership act.</summary>
public class Every_way_of_a_cycle_of_the_past
{
    private static readonly Exploration All = Exploration.Of(Office.Past(), Move.OfThePast);

    [Fact]
    public void Is_made_of_the_steps_of_the_centre_and_the_leadership()
    {
        All.Nodes.Select(node => node.Situation.Report.State.Name).Distinct().ShouldBe(["owed", "accepted", "exempt"], ignoreOrder: true);
        All.Transitions.Select(step => step.Move).Distinct().ShouldBe(
            [
                "wait", "enter", "exempt", "revoke the exemption without a limit", "close", "cancel", "correct", "ready", "approve",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Leads_on_to_a_publication_with_the_units_figure()
    {
        var leading = All.LeadingTo(situation => situation is { IsOver: true, Published: true });

        All.Nodes.Where(node => !leading.Contains(node) && node.Situation.Cycle.Phase is not CyclePhase.Cancelled).ShouldBeEmpty();
    }

    [Fact]
    public void Tells_nobody_but_the_leadership() =>
        All.Transitions.SelectMany(step => step.Told).Distinct().ShouldBe([Office.Leadership.Mail]);

    [Fact]
    public void Waits_for_no_unit() => All.Nodes.ShouldAllBe(node => !node.Situation.Report.IsAwaited(node.Situation.Now));
}
