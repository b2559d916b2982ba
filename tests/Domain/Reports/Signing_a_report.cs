using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;

namespace VksServerless.Tests.Reports;

public class Signing_a_report
{
    private static readonly Cycle Cycle = ACycle.Open(ACycle.Terms with { HeadSignsOff = true });
    private static readonly string Other = new('b', 64);

    private static Obligation Presented { get; } = Present(AnObligation.Owed, AnObligation.Hash);

    [Fact]
    public void Is_demanded_when_the_cycle_or_its_form_says_so()
    {
        var form = FormCatalogue.Shipped.Find(ACycle.Terms.Form)!;

        SignOff.IsDemanded(Cycle.Terms, form with { SignOff = false }, bySoftware: false).ShouldBeTrue();
        SignOff.IsDemanded(ACycle.Terms, form with { SignOff = true }, bySoftware: false).ShouldBeTrue();
        SignOff.IsDemanded(ACycle.Terms, form with { SignOff = false }, bySoftware: false).ShouldBeFalse();
    }

    [Fact]
    public void Is_demanded_of_what_a_software_wrote_unless_the_form_exempts_it()
    {
        var form = FormCatalogue.Shipped.Find(ACycle.Terms.Form)! with { SignOff = false };

        SignOff.IsDemanded(ACycle.Terms, form, bySoftware: true).ShouldBeTrue();
        SignOff.IsDemanded(ACycle.Terms, form with { SoftwareUnsigned = true }, bySoftware: true).ShouldBeFalse();
        SignOff.IsDemanded(Cycle.Terms, form with { SoftwareUnsigned = true }, bySoftware: true).ShouldBeTrue();
    }

    [Fact]
    public void Hands_in_exactly_what_was_presented_and_names_both()
    {
        var (next, version) = Presented.Sign(Cycle, AnObligation.Hash, AnObligation.DelegateSigns, ACycle.Due).Value;

        version.ShouldBe(
            new SubmittedVersion(
                1, ACycle.Due, AnObligation.Hash, true, AnObligation.Reporter.Person, AnObligation.Reporter.Name)
            {
                SignedBy =
                    AnObligation.DelegateSigns
            });
        next.State.ShouldBe(new ReportState.Submitted(1, ACycle.Due, AnObligation.Hash) { Authors = Authors.Of(version) });
        next.Signing.ShouldBe(new Signing.Signed(AnObligation.DelegateSigns));
        AnObligation.DelegateSigns.Text.ShouldBe("TUQ. Lê Văn Cường: Phạm Thị Dung");
    }

    [Fact]
    public void After_the_due_instant_is_late_however_early_it_was_presented() =>
        Presented.Sign(Cycle, AnObligation.Hash, AnObligation.HeadSigns, ACycle.Due.AddMilliseconds(1))
            .Value.Version.OnTime.ShouldBeFalse();

    [Fact]
    public void Is_undone_by_a_signatory_alone_who_says_why_and_stays_on_record()
    {
        var signed = Presented.Sign(Cycle, AnObligation.Hash, AnObligation.HeadSigns, ACycle.Start).Value.Next;

        signed.Withdraw(Cycle, "Nhầm.", AnObligation.Reporter, maySign: false, ACycle.Start).Refusal
            .ShouldBe(SigningRefusals.WithdrawalNeedsSignatory);
        signed.Withdraw(Cycle, "", AnObligation.Head, maySign: true, ACycle.Start).Refusal.ShouldBe(Reason.Missing);
        signed.Withdraw(Cycle, "Nhầm.", AnObligation.Head, maySign: true, ACycle.Start).Value.State
            .ShouldBe(new ReportState.Withdrawn(1, ACycle.Start) { By = AnObligation.Head.Name, Reason = "Nhầm." });
    }

    [Fact]
    public void After_closing_is_refused() =>
        Presented.Sign(Cycle, AnObligation.Hash, AnObligation.HeadSigns, ACycle.Closes.AddMilliseconds(1))
            .Refusal!.Type.ShouldBe("report-closed");

    [Fact]
    public void Of_what_was_replaced_taken_back_or_sent_back_is_refused()
    {
        Sign(Present(Presented, Sha256.Of(Other))).ShouldBe(SigningRefusals.Replaced);
        Sign(Presented.TakeBackPresentation().Value).ShouldBe(SigningRefusals.NothingPresented);
        Sign(Presented.SendBack(Cycle, null, "Bổ sung.", AnObligation.Head, ACycle.Start).Value).ShouldBe(SigningRefusals.NothingPresented);
        Sign(AnObligation.Owed).ShouldBe(SigningRefusals.NothingPresented);
        Sign(Presented.Sign(Cycle, AnObligation.Hash, AnObligation.HeadSigns, ACycle.Start).Value.Next)
            .ShouldBe(ReportRefusals.SubmittedAlready);
        Presented.SendBack(Cycle, Sha256.Of(Other), "Bổ sung.", AnObligation.Head, ACycle.Start).Refusal.ShouldBe(SigningRefusals.Replaced);
    }

    [Theory]
    [InlineData(Role.UnitReporter)]
    [InlineData(Role.UnitHead)]
    [InlineData(Role.Machine)]
    public void Is_not_skipped_by_handing_in_directly(Role role) =>
        AnObligation.Owed.Submit(Cycle, Sha256.Of(Other), AnObligation.Reporter with { Role = role }, ACycle.Start, signOff: true)
            .Refusal.ShouldBe(SigningRefusals.SignatureNeeded);

    [Fact]
    public void Is_not_asked_for_where_it_is_not_demanded() =>
        AnObligation.Owed.Present(ACycle.Open(), Sha256.Of(Other), AnObligation.Reporter, ACycle.Start, signOff: false)
            .Refusal.ShouldBe(SigningRefusals.NotDemanded);

    [Fact]
    public void Leaves_the_software_named_that_presented_it() => AnObligation.Owed
        .Present(Cycle, Sha256.Of(Other), AnObligation.Reporter with { Role = Role.Machine }, ACycle.Start, signOff: true).Value.Next
        .Sign(Cycle, Sha256.Of(Other), AnObligation.HeadSigns, ACycle.Start).Value.Version.BySoftware.ShouldBeTrue();

    [Fact]
    public void Is_reminded_of_while_it_is_missing() => Presented.StageDue(Cycle, ACycle.Due).ShouldBe(0);

    [Fact]
    public void Has_an_end_of_attempts() =>
        (Presented with { Presentations = Presentation.Most })
            .Present(Cycle, Sha256.Of(Other), AnObligation.Reporter, ACycle.Start, signOff: true).Refusal.ShouldBe(SigningRefusals.TooMany);

    [Fact]
    public void Goes_on_after_many_attempts_once_the_head_has_decided()
    {
        var last = Presented;
        for (var attempt = 1; attempt < Obligation.MostAttempts; attempt++)
        {
            last = Present(last.TakeBackPresentation().Value, AnObligation.Hash);
        }

        last.Present(Cycle, Sha256.Of(Other), AnObligation.Reporter, ACycle.Start, signOff: true).Refusal.ShouldBe(SigningRefusals.TooMany);
        last.TakeBackPresentation().Refusal.ShouldBe(SigningRefusals.TooMany);
        Sign(last).ShouldBeNull();
        var decided = last.SendBack(Cycle, null, "Bổ sung.", AnObligation.Head, ACycle.Start).Value;
        Present(decided, Sha256.Of(Other)).Presented.ShouldNotBeNull();
    }

    [Fact]
    public void Of_an_exempt_unit_is_nothing_to_wait_for() =>
        Presented.ExemptFrom(Cycle, "Mới thành lập.", ACycle.Centre, ACycle.Start).Value.Presented.ShouldBeNull();

    private static Obligation Present(Obligation obligation, Sha256 sha256) =>
        obligation.Present(Cycle, sha256, AnObligation.Reporter, ACycle.Start, signOff: true).Value.Next;

    private static Refusal? Sign(Obligation obligation) =>
        obligation.Sign(Cycle, AnObligation.Hash, AnObligation.HeadSigns, ACycle.Start).Refusal;

    [Fact]
    public void Is_still_so_when_a_return_is_taken_back_after_something_else_was_presented()
    {
        var signed = Presented.Sign(Cycle, AnObligation.Hash, AnObligation.HeadSigns, ACycle.Start).Value.Next;
        var returned = signed.Return(Cycle, 1, "Xem lại.", [], ACycle.Centre, ACycle.Start).Value;

        var back = Present(returned, Sha256.Of(Other)).TakeBackReturn(Cycle, ACycle.Centre, ACycle.Start).Value;

        back.Signing.ShouldBe(new Signing.Signed(AnObligation.HeadSigns));
        back.Withdraw(Cycle, "Nhầm.", AnObligation.Reporter, maySign: false, ACycle.Start).Refusal
            .ShouldBe(SigningRefusals.WithdrawalNeedsSignatory);
        (back with { Signing = null }).Withdraw(Cycle, "Nhầm.", AnObligation.Reporter, maySign: false, ACycle.Start).Refusal
            .ShouldBe(SigningRefusals.WithdrawalNeedsSignatory, "who signed the version that waits decides");
    }
}
