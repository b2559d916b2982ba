using VksServerless.Cycles;

namespace VksServerless.Tests.Cycles;

public class Approving_a_cycle
{
    [Fact]
    public void Ends_the_judging_until_the_report_is_put_together_again()
    {
        var waiting = ACycle.LaidBefore("A");
        waiting.TakesJudgements.ShouldBeTrue();

        var approved = waiting.Approve("A", ACycle.Leader, ACycle.Start).Value;

        approved.TakesJudgements.ShouldBeFalse();
        approved.PutTogetherAgain(ACycle.Start).TakesJudgements.ShouldBeTrue();
    }

    [Fact]
    public void Leaves_judging_open_while_approvals_are_missing() =>
        ACycle.LaidBefore("A", ACycle.Terms with { ApprovalsNeeded = 2 }).Approve("A", ACycle.Leader, ACycle.Start).Value.TakesJudgements.ShouldBeTrue();
}
