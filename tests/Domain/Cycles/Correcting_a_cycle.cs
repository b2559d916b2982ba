using VksServerless.Cycles;

namespace VksServerless.Tests.Cycles;

public class Correcting_a_cycle
{
    [Fact]
    public void Needs_approval_again_even_when_the_report_comes_back_to_what_was_approved_before()
    {
        var second = Corrected(ACycle.Published("A"), "B").Approve(Sha256.Over("B"u8), ACycle.Leader, ACycle.Start)
            .Value.Publish(PublicationNumber.InYear(2), ACycle.Start);

        var third = Corrected(second, "A");

        third.IsApproved.ShouldBeFalse();
        third.Approve(Sha256.Over("A"u8), ACycle.Leader, ACycle.Start).Value.IsApproved.ShouldBeTrue();
    }

    [Fact]
    public void Cannot_end_in_cancelling_what_has_been_published()
    {
        var correcting = Corrected(ACycle.Published("A"), "B");

        correcting.Cancel("Không cần nữa.", ACycle.Centre, ACycle.Start).Refusal!.Type.ShouldBe("cycle-ended");
    }

    private static Cycle Corrected(Cycle published, string digest) => published.Correct("Sai số liệu.", ACycle.Centre, ACycle.Start)
        .Then(correcting => correcting.FinishCorrecting())
        .Map(ready => ready.AwaitApproval(ACycle.DigestOf(digest), ACycle.Start)).Value;
}
