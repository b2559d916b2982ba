using VksServerless.Reports;
using VksServerless.Tests.Cycles;

namespace VksServerless.Tests.Reports;

/// <summary>However often a unit changes its mind, its report can still come to an end.</summary>
public class The_number_of_versions
{
    [Fact]
    public void Is_bounded_by_the_digits_that_a_receipt_has_for_it_and_the_last_one_can_only_be_accepted()
    {
        var last = AnObligation.Submit(AnObligation.Owed with { Versions = SubmittedVersion.Most - 1 }, ACycle.Due);

        last.Versions.ShouldBe(SubmittedVersion.Most);
        Receipt.NumberOf(last.Cycle, last.Unit, last.Versions).ShouldEndWith($"-{SubmittedVersion.Most}");
        last.Withdraw(ACycle.Open(), "", AnObligation.Reporter, maySign: false, ACycle.Due).Refusal.ShouldBe(ReportRefusals.TooManyWithdrawals);
        last.Return(ACycle.Open(), SubmittedVersion.Most, "Sai.", [], ACycle.Centre, ACycle.Due).Refusal
            .ShouldBe(ReportRefusals.LastVersion);
        var accepted = last.Accept(ACycle.Open(), SubmittedVersion.Most, ACycle.Centre, ACycle.Due).Value;
        accepted.Return(ACycle.Open(), SubmittedVersion.Most, "Sai.", [], ACycle.Centre, ACycle.Due).Refusal
            .ShouldBe(ReportRefusals.LastVersion);
    }

    [Fact]
    public void Is_not_used_up_by_withdrawing_and_a_return_lets_the_unit_go_on()
    {
        var report = AnObligation.Submitted(ACycle.Start);
        for (var times = 0; times < Obligation.MostWithdrawals; times++)
        {
            report = AnObligation.Submit(AnObligation.Withdraw(report, ACycle.Start), ACycle.Start);
        }

        report.Withdraw(ACycle.Open(), "", AnObligation.Reporter, maySign: false, ACycle.Start).Refusal.ShouldBe(ReportRefusals.TooManyWithdrawals);
        report.Versions.ShouldBe(Obligation.MostWithdrawals + 1);
        var again = AnObligation.Submit(AnObligation.Return(report, ACycle.Start), ACycle.Start);
        again.Withdraw(ACycle.Open(), "", AnObligation.Reporter, maySign: false, ACycle.Start).Refused.ShouldBeFalse();
    }
}
