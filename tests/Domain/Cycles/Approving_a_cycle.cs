namespace VksServerless.Tests.Cycles;

public class Approving_a_cycle
{
    [Fact]
    public void Ends_the_judging_until_the_report_is_put_together_again()
    {
        var waiting = ACycle.AwaitingApproval("A");
        waiting.TakesJudgements.ShouldBeTrue();

        var approved = waiting.Approve(Sha256.Over("A"u8), ACycle.Leader, ACycle.Start).Value;

        approved.TakesJudgements.ShouldBeFalse();
        approved.ComposeAgain(ACycle.Start).TakesJudgements.ShouldBeTrue();
    }

    [Fact]
    public void Leaves_judging_open_while_approvals_are_missing() =>
        ACycle.AwaitingApproval("A", ACycle.Terms with { ApprovalsNeeded = 2 }).Approve(Sha256.Over("A"u8), ACycle.Leader, ACycle.Start)
            .Value.TakesJudgements.ShouldBeTrue();
}
