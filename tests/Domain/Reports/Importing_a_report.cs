using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Units;

namespace VksServerless.Tests.Reports;

/// <summary>Of a cycle that was over when it was entered.</summary>
public class Importing_a_report
{
    private static readonly Cycle Past = ACycle.Open(ACycle.Past);
    private static readonly Obligation Owed = Obligation.Fix(
        Past, new Participant(AnObligation.Owed.Unit, "Văn phòng", UnitLevel.Department, UnitCode.Sector, Tier.Supreme, []));

    [Fact]
    public void Receives_it_at_its_own_instant_and_accepts_it()
    {
        var (next, version) = Import(Owed, ACycle.PastDue);

        version.ShouldBe(new SubmittedVersion(1, ACycle.PastDue, AnObligation.Hash, true, ACycle.Centre.Person, ACycle.Centre.Name)
        {
            ImportedAt = ACycle.Start,
        });
        next.State.ShouldBe(new ReportState.Accepted(1, ACycle.PastDue, ACycle.Centre.Name, AnObligation.Hash)
        {
            ByPerson = ACycle.Centre.Person,
            ImportedAt = ACycle.Start,
        });
        (next.OnTime, next.Versions, next.FirstReceivedAt, next.Revision).ShouldBe((true, 1, ACycle.PastDue, 2));
    }

    [Fact]
    public void Judges_it_late_by_the_deadline_that_there_was()
    {
        var late = ACycle.PastDue.AddMilliseconds(1);

        var (next, version) = Import(Owed, late);

        (next.OnTime, version.OnTime, next.Verdict.LateAt).ShouldBe((false, false, late));
    }

    [Fact]
    public void Again_replaces_what_was_entered_before_with_its_verdict()
    {
        var late = Import(Owed, ACycle.PastDue.AddDays(2)).Next;

        var (next, version) = Import(late, ACycle.PastDue.AddDays(-1));

        (version.Number, version.OnTime, next.OnTime, next.FirstReceivedAt).ShouldBe((2, true, true, ACycle.PastDue.AddDays(-1)));
        next.State.ShouldBeOfType<ReportState.Accepted>().Version.ShouldBe(2);
    }

    [Fact]
    public void Goes_on_after_the_closing_until_the_sector_report_is_approved_and_again_in_a_correction()
    {
        var laid = ACycle.AwaitingApproval("A", ACycle.Past);
        var approved = laid.Approve(ACycle.DigestOf("A"), ACycle.Leader, ACycle.Start).Value;
        var published = approved.Publish(ACycle.Past.Imported!.Number, ACycle.Start);
        foreach (var cycle in (Cycle[])[laid, published.Correct("Sai.", ACycle.Centre, ACycle.Start).Value])
        {
            Owed.Import(cycle, AnObligation.Hash, ACycle.PastDue, ACycle.Centre, ACycle.Start).Refused.ShouldBeFalse();
        }

        foreach (var cycle in (Cycle[])[approved, published])
        {
            Owed.Import(cycle, AnObligation.Hash, ACycle.PastDue, ACycle.Centre, ACycle.Start).Refusal!.Type.ShouldBe("cycle-not-open");
        }
    }

    [Fact]
    public void Refuses_an_instant_that_is_to_come_or_before_the_period()
    {
        foreach (var wrong in (DateTimeOffset[])[ACycle.Start.AddMilliseconds(1), new(2016, 11, 30, 23, 59, 0, VietnamTime.Offset)])
        {
            Owed.Import(Past, AnObligation.Hash, wrong, ACycle.Centre, ACycle.Start).Refusal!.Errors.ShouldHaveSingleItem().Place
                .ShouldBe("/receivedAt");
        }
    }

    [Fact]
    public void Is_for_cycles_of_the_past_alone() =>
        AnObligation.Owed.Import(ACycle.Open(), AnObligation.Hash, ACycle.PastDue, ACycle.Centre, ACycle.Start)
            .Refusal!.Type.ShouldBe("cycle-not-imported");

    [Fact]
    public void Waits_until_a_mistaken_exemption_is_revoked_which_needs_no_new_deadline()
    {
        var exempt = Owed.ExemptFrom(Past, "Chưa thành lập.", ACycle.Centre, ACycle.Start).Value;
        exempt.Import(Past, AnObligation.Hash, ACycle.PastDue, ACycle.Centre, ACycle.Start).Refusal!.Type.ShouldBe("report-exempt");
        exempt.RevokeExemption(Past, "Nhầm.", ACycle.Start.AddDays(1), ACycle.Centre, ACycle.Start).Refusal!.Type
            .ShouldBe("cycle-imported");

        var owed = exempt.RevokeExemption(Past, "Nhầm.", null, ACycle.Centre, ACycle.Start).Value;

        Import(owed, ACycle.PastDue).Next.OnTime.ShouldBe(true);
    }

    [Fact]
    public void Leaves_nothing_to_do_for_the_unit_and_its_superior()
    {
        var entered = Import(Owed, ACycle.PastDue).Next;
        IReadOnlyList<FieldCode> none = [];

        string?[] refusals =
        [
            Owed.CheckOpen(Past, ACycle.Start)?.Type,
            Owed.Submit(Past, AnObligation.Hash, AnObligation.Reporter, ACycle.Start, signOff: false).Refusal?.Type,
            Owed.Present(Past, AnObligation.Hash, AnObligation.Reporter, ACycle.Start, signOff: true).Refusal?.Type,
            Owed.Sign(Past, AnObligation.Hash, AnObligation.HeadSigns, ACycle.Start).Refusal?.Type,
            entered.Withdraw(Past, "Nhầm.", AnObligation.Head, maySign: true, ACycle.Start).Refusal?.Type,
            entered.Accept(Past, 1, ACycle.Centre, ACycle.Start).Refusal?.Type,
            entered.Return(Past, 1, "Sai.", none, ACycle.Centre, ACycle.Start).Refusal?.Type,
            entered.TakeBackReturn(Past, ACycle.Centre, ACycle.Start).Refusal?.Type,
        ];

        refusals.ShouldAllBe(type => type == "cycle-imported");
    }

    [Fact]
    public void Is_seen_when_one_looks_back_as_handed_in_and_as_accepted()
    {
        var (next, version) = Import(Owed, ACycle.PastDue);
        var history = new ReportHistory(next, [next]);

        history.SubmittedAsOf(ACycle.PastDue).ShouldBe(new HandedIn(version.Number, version.Sha256));
        history.AcceptedAsOf(null).ShouldBe(new HandedIn(version.Number, version.Sha256));
        history.SubmittedAsOf(ACycle.PastDue.AddMilliseconds(-1)).ShouldBeNull();
    }

    [Fact]
    public void Counts_as_a_step_of_who_entered_it()
    {
        var step = EarlierStep.Of(Import(Owed, ACycle.PastDue).Next).ShouldHaveSingleItem();

        step.ShouldBe(new EarlierStep("nhập báo cáo của đơn vị VP", new DoneBy(ACycle.Centre.Person, ACycle.Centre.Name, ACycle.Start)));
        Duties.Approves(ACycle.Centre.Person, ACycle.AwaitingApproval("A", ACycle.Past), [step])!.Type
            .ShouldBe("judge-does-not-approve-alone");
    }

    private static (Obligation Next, SubmittedVersion Version) Import(Obligation obligation, DateTimeOffset receivedAt) =>
        obligation.Import(Past, AnObligation.Hash, receivedAt, ACycle.Centre, ACycle.Start).Value;
}
