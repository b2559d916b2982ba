using VksServerless.Reports;
using VksServerless.Tests.Cycles;

namespace VksServerless.Tests.Reports;

public class The_number_of_versions
{
    [Fact]
    public void Is_bounded_by_the_digits_that_a_receipt_has_for_it()
    {
        var last = AnObligation.Submit(AnObligation.Owed with { Versions = SubmittedVersion.Most - 1 }, ACycle.Due);
        var returned = AnObligation.Return(last, ACycle.Due);

        last.Versions.ShouldBe(SubmittedVersion.Most);
        Receipt.NumberOf(last.Cycle, last.Unit, last.Versions).ShouldEndWith($"-{SubmittedVersion.Most}");
        returned.Submit(ACycle.Open(), AnObligation.Hash, ACycle.Centre, ACycle.Due, signOff: false)
            .Refusal.ShouldBe(ReportRefusals.TooManyVersions);
        returned.CheckOpen(ACycle.Open(), ACycle.Due).ShouldBe(ReportRefusals.TooManyVersions);
    }
}
