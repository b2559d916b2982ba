using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Tests.Reports;
using VksServerless.Units;

namespace VksServerless.Tests.Access;

/// <summary>One person with several tokens is one person: the subject counts, never the role.</summary>
public class Keeping_duties_apart
{
    private static readonly Presentation Written = new(
        1, ACycle.Start, AnObligation.Hash, AnObligation.Reporter.Person, AnObligation.Reporter.Name, false);

    private static readonly SubmittedVersion Signed = new(
        1, ACycle.Due, AnObligation.Hash, true, AnObligation.Reporter.Person, AnObligation.Reporter.Name)
    {
        SignedBy = AnObligation.HeadSigns,
    };

    [Fact]
    public void Who_wrote_a_report_does_not_sign_it()
    {
        Duties.Signs(AnObligation.Head.Person, Written).ShouldBeNull();

        var refusal = Duties.Signs(AnObligation.Reporter.Person, Written)!;

        (refusal.Kind, refusal.Type).ShouldBe((RefusalKind.Forbidden, "writer-does-not-sign"));
        refusal.Detail.ShouldContain("Trần Thị Bình, lúc 08:00 ngày 01/08/2018, đã trình");
    }

    [Fact]
    public void Who_wrote_or_signed_a_version_does_not_accept_it()
    {
        Duties.Accepts(ACycle.Centre.Person, Authors.Of(Signed)).ShouldBeNull();
        Duties.Accepts(AnObligation.Reporter.Person, Authors.Of(Signed))!.Type.ShouldBe("writer-does-not-accept");

        var refusal = Duties.Accepts(AnObligation.Head.Person, Authors.Of(Signed))!;

        refusal.Type.ShouldBe("signer-does-not-accept");
        refusal.Detail.ShouldContain("Lê Văn Cường, lúc 17:00 ngày 10/08/2018, đã ký");
    }

    [Fact]
    public void Who_accepted_or_adjusted_does_not_give_the_only_approval()
    {
        var behind = EarlierStep.Of(Accepted()).ToList();
        behind.Select(step => step.Done.Person)
            .ShouldBe([ACycle.Centre.Person, AnObligation.Reporter.Person, AnObligation.Head.Person]);
        var waiting = ACycle.AwaitingApproval("x");

        Duties.Approves(ACycle.Leader.Person, waiting, behind).ShouldBeNull();
        foreach (var step in behind)
        {
            var refusal = Duties.Approves(step.Done.Person, waiting, behind)!;
            refusal.Type.ShouldBe("judge-does-not-approve-alone");
            refusal.Detail.ShouldContain($"{step.Done.Name}, lúc");
        }
    }

    [Fact]
    public void Of_two_who_approve_one_may_have_judged_and_the_other_must_not()
    {
        var behind = EarlierStep.Of(Accepted()).ToList();
        var (centre, head) = (As(ACycle.Centre), As(AnObligation.Head));
        var waiting = ACycle.AwaitingApproval("x", ACycle.Terms with { ApprovalsNeeded = 2 });

        Duties.Approves(centre.Person, waiting, behind).ShouldBeNull();
        var once = waiting.Approve(ACycle.DigestOf("x"), centre, ACycle.Start).Value;
        Duties.Approves(head.Person, once, behind)!.Type.ShouldBe("judge-does-not-approve-alone");
        Duties.Approves(ACycle.Leader.Person, once, behind).ShouldBeNull();

        var clean = waiting.Approve(ACycle.DigestOf("x"), ACycle.Leader, ACycle.Start).Value;
        Duties.Approves(head.Person, clean, behind).ShouldBeNull();
    }

    [Fact]
    public void Of_what_was_accepted_before_persons_were_recorded_nothing_is_known() =>
        EarlierStep.Of(AnObligation.Owed with { State = new ReportState.Accepted(1, ACycle.Start, "Cục 2", AnObligation.Hash) })
            .ShouldBeEmpty();

    private static Obligation Accepted() => AnObligation.Submitted(ACycle.Start)
        .Accept(ACycle.Open(), 1, ACycle.Centre, ACycle.Due).Value.AdjustedBy(Authors.Of(Signed));

    /// <summary>The same person with a token of the leadership.</summary>
    private static Caller As(Caller person) => person with { Role = Role.Leadership, Unit = UnitCode.Sector };

    [Fact]
    public void Who_wrote_or_signed_a_version_puts_no_check_of_it_on_record()
    {
        Duties.Inspects(Signed.ByPerson, Authors.Of(Signed))!.Type.ShouldBe("author-does-not-inspect");
        Duties.Inspects(Signed.SignedBy!.Person, Authors.Of(Signed))!.Detail.ShouldContain("đã ký bản này");
        Duties.Inspects(ACycle.Leader.Person, Authors.Of(Signed)).ShouldBeNull();
    }

    [Fact]
    public void Who_took_a_return_back_into_acceptance_does_not_approve_alone()
    {
        var back = Accepted().Return(ACycle.Open(), 1, "Sai.", [], ACycle.Centre, ACycle.Due).Value
            .TakeBackReturn(ACycle.Open(), ACycle.Leader with { Role = Role.Centre }, ACycle.Due).Value;

        EarlierStep.Of(back).Select(step => step.Done.Person).ShouldContain(ACycle.Leader.Person);
    }
}
