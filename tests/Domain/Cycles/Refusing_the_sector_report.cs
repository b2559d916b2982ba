using VksServerless.Cycles;

namespace VksServerless.Tests.Cycles;

public class Refusing_the_sector_report
{
    private static readonly DateTimeOffset Now = ACycle.Start.AddDays(30);
    private static readonly Sha256 Digest = ACycle.DigestOf("a");

    [Fact]
    public void Holds_it_until_the_centre_hands_it_in_again()
    {
        var refused = ACycle.AwaitingApproval("a").RefuseReport(Digest, "Sai", [], ACycle.Leader, Now).Value;

        (refused.IsRefused, Agenda.Of(refused, true, Now)).ShouldBe((true, new Agenda(Step.Wait, null)));
        var again = refused.ResubmitReport(Now).Value;
        (again.IsRefused, Agenda.Of(again, true, Now)).ShouldBe((false, new Agenda(Step.Aggregate, null)));
        again.Refused!.Single().AnsweredAt.ShouldBe(Now);
    }

    [Fact]
    public void Is_of_what_was_read_and_not_of_what_is_approved()
    {
        ACycle.AwaitingApproval("a").RefuseReport(ACycle.DigestOf("b"), "Sai", [], ACycle.Leader, Now).Refusal.ShouldBe(CycleRefusals.ReportChanged);
        ACycle.AwaitingApproval("a").Approve(Digest, ACycle.Leader, Now).Value
            .RefuseReport(Digest, "Sai", [], ACycle.Leader, Now).Refused.ShouldBeTrue();
        ACycle.Open().RefuseReport(Digest, "Sai", [], ACycle.Leader, Now).Refused.ShouldBeTrue();
    }

    [Fact]
    public void Can_be_of_a_correction_too()
    {
        var correcting = ACycle.Published("a").Correct("Sai số", ACycle.Centre, Now).Value.FinishCorrecting().Value.AwaitApproval(Digest, Now);

        var refused = correcting.RefuseReport(Digest, "Vẫn sai", [], ACycle.Leader, Now).Value;

        refused.IsRefused.ShouldBeTrue();
        refused.Correcting.ShouldNotBeNull();
        Agenda.Of(refused.ResubmitReport(Now).Value, true, Now).Step.ShouldBe(Step.Aggregate);
    }
}
