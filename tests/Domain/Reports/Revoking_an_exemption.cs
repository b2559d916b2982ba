using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Units;

namespace VksServerless.Tests.Reports;

public class Revoking_an_exemption
{
    private static readonly Obligation Exempt =
        AnObligation.Owed.ExemptFrom(ACycle.Open(), "Mới thành lập.", ACycle.Centre, ACycle.Start).Value;

    [Fact]
    public void Keeps_on_record_why_the_unit_was_exempt_and_why_it_is_not()
    {
        var owed = Revoke(Exempt, ACycle.Start, null).Value;

        owed.State.ShouldBe(new ReportState.Owed(new RevokedExemption("Miễn nhầm.", "Cục 2", ACycle.Start, "Mới thành lập.")));
        (owed.DueAt, owed.Owes).ShouldBe((ACycle.Due, true));
    }

    [Fact]
    public void After_the_deadline_gives_one_of_its_own_which_judges()
    {
        var (late, due) = (ACycle.Due.AddDays(1), ACycle.Due.AddDays(3));
        Revoke(Exempt, late, null).Refusal.ShouldBe(ReportRefusals.LimitNeeded);
        Revoke(Exempt, late, late).Refusal.ShouldBe(ReportRefusals.LimitNeeded);

        var owed = Revoke(Exempt, late, due).Value;

        AnObligation.Submit(owed, due).OnTime.ShouldBe(true);
        AnObligation.Submit(owed, due.AddMilliseconds(1)).OnTime.ShouldBe(false);
    }

    [Fact]
    public void That_was_given_after_the_deadline_gives_time_and_leaves_the_unit_late()
    {
        var (after, due) = (ACycle.Due.AddMilliseconds(1), ACycle.Due.AddDays(3));
        var inTime = AnObligation.Owed.ExemptFrom(ACycle.Open(), "Miễn.", ACycle.Centre, ACycle.Due).Value;
        var tooLate = AnObligation.Owed.ExemptFrom(ACycle.Open(), "Miễn.", ACycle.Centre, after).Value;

        var owed = Revoke(tooLate, after, due).Value;

        (owed.DueAt, owed.AskedBy, owed.ReopenedUntil).ShouldBe((ACycle.Due, due, due));
        AnObligation.Submit(owed, due).OnTime.ShouldBe(false);
        AnObligation.Submit(Revoke(inTime, after, due).Value, due).OnTime.ShouldBe(true);
    }

    [Fact]
    public void Reaches_no_further_than_the_closing_or_a_month_ahead()
    {
        Revoke(Exempt, ACycle.Start, ACycle.Closes.AddYears(63)).Refusal!.Type.ShouldBe("reopened-too-long");
        Revoke(Exempt, ACycle.Start, ACycle.Closes).Refused.ShouldBeFalse();
        Revoke(Exempt, ACycle.Closes, ACycle.Closes.AddDays(31)).Refused.ShouldBeFalse();
    }

    [Fact]
    public void Of_an_earlier_version_judges_as_it_did_then() =>
        new Timeline(ACycle.Due, [new Moment.ObligedAgain(ACycle.Due.AddDays(1), ACycle.Due.AddDays(3))]).Verdict.DueAt
            .ShouldBe(ACycle.Due.AddDays(3));

    [Fact]
    public void Is_for_the_exempt_alone_and_not_for_a_unit_that_has_ended()
    {
        Revoke(AnObligation.Owed, ACycle.Start, null).Refusal.ShouldBe(ReportRefusals.NotExempt);
        var ended = ACycle.Open().ChangeUnits(new UnitChange(
            VietnamTime.DayOf(ACycle.Start), "Sắp xếp lại", "Cục 2", ACycle.Start, "r1", [new EndedUnit(Exempt.Unit, [])], [])).Value;
        Exempt.RevokeExemption(ended, "Miễn nhầm.", null, ACycle.Centre, ACycle.Start).Refusal!.Type.ShouldBe("report-unit-ended");
    }

    [Fact]
    public void Leaves_the_answer_to_who_answers_for_a_unit_that_was_exempt_when_it_ended()
    {
        Outcome<Obligation> Revoked(params UnitCode[] heirs) => Exempt.RevokeExemption(
            ACycle.Open().ChangeUnits(
                new UnitChange(VietnamTime.DayOf(ACycle.Start), "Sắp xếp lại", "Cục 2", ACycle.Start, "r1", [], [])
                {
                    Kept = [new EndedUnit(Exempt.Unit, heirs)],
                }).Value,
            "Miễn nhầm.", null, ACycle.Centre, ACycle.Start);

        Revoked(UnitCode.Of("T86-2025")).Value.Owes.ShouldBeTrue();
        Revoked().Refusal!.Type.ShouldBe("report-unit-ended");
    }

    [Fact]
    public void Comes_before_an_extension_which_an_exempt_unit_does_not_take() =>
        Exempt.Extend(AnObligation.Later(TimeSpan.FromDays(3))).ShouldBe(Exempt);

    private static Outcome<Obligation> Revoke(Obligation of, DateTimeOffset at, DateTimeOffset? dueAt) =>
        of.RevokeExemption(ACycle.Open(), "Miễn nhầm.", dueAt, ACycle.Centre, at);
}
