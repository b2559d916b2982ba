using VksServerless.Cycles;

namespace VksServerless.Tests.Cycles;

public class Cancelling_a_cycle
{
    [Fact]
    public void Ends_with_the_last_approval_for_then_it_is_being_published()
    {
        var waiting = ACycle.AwaitingApproval("A", ACycle.Terms with { ApprovalsNeeded = 1 });
        waiting.Cancel("Không cần nữa.", ACycle.Centre, ACycle.Start).Value.Phase.ShouldBeOfType<CyclePhase.Cancelled>();

        var approved = waiting.Approve(Sha256.Over("A"u8), ACycle.Leader, ACycle.Start).Value;

        approved.Cancel("Không cần nữa.", ACycle.Centre, ACycle.Start).Refusal!.Type.ShouldBe("cycle-ended");
    }

    [Fact]
    public void Is_open_again_when_the_approved_report_is_put_together_anew() =>
        ACycle.AwaitingApproval("A").Approve(Sha256.Over("A"u8), ACycle.Leader, ACycle.Start).Value.Outdate(ACycle.Start)
            .Cancel("Không cần nữa.", ACycle.Centre, ACycle.Start).Refused.ShouldBeFalse();
}
