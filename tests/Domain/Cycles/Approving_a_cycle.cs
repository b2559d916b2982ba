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
        approved.Outdate(ACycle.Start).TakesJudgements.ShouldBeTrue();
    }

    [Fact]
    public void Takes_what_the_centre_writes_into_a_report_that_is_composed_or_awaits_approval()
    {
        var closed = ACycle.Open().Close("Hệ thống", ACycle.Start).Value;

        ACycle.AwaitingApproval("A").ComposeWithNewText(ACycle.Start).Value.IsToBeComposed.ShouldBeTrue();
        closed.ComposeWithNewText(ACycle.Start).Value.ShouldBe(closed with { Revision = closed.Revision + 1 });
        ACycle.Open().ComposeWithNewText(ACycle.Start).Value.ShouldBe(ACycle.Open());
    }

    [Fact]
    public void Leaves_judging_open_while_approvals_are_missing() =>
        ACycle.AwaitingApproval("A", ACycle.Terms with { ApprovalsNeeded = 2 }).Approve(Sha256.Over("A"u8), ACycle.Leader, ACycle.Start)
            .Value.TakesJudgements.ShouldBeTrue();

    [Theory]
    [InlineData("the same", false)]
    [InlineData("another", true)]
    public void A_report_composed_again_is_news_for_who_approved_it_only_if_it_has_changed(string composedAgain, bool news) =>
        ACycle.AwaitingApproval("the same", ACycle.Terms with { ApprovalsNeeded = 2 })
            .Approve(ACycle.DigestOf("the same"), ACycle.Leader, ACycle.Start).Value
            .ComposeAgain(ACycle.Start)
            .IsNewsForLeadership(ACycle.DigestOf(composedAgain)).ShouldBe(news);

    [Fact]
    public void A_report_composed_again_before_anybody_has_approved_it_is_no_news() =>
        ACycle.AwaitingApproval("the same").ComposeAgain(ACycle.Start).IsNewsForLeadership(ACycle.DigestOf("another")).ShouldBeFalse();
}
