using VksServerless.Cycles;
using VksServerless.Tests.Cycles;
using VksServerless.Units;

namespace VksServerless.Tests.Reports;

public class Handing_in_after_the_unit_has_ended
{
    private static readonly UnitCode Heir = UnitCode.Of("N1");

    /// <summary>The step is recorded and nothing of it done.</summary>
    private static Cycle Recorded { get; } = ACycle.Open().ChangeUnits(new UnitChange(
        VietnamTime.DayOf(ACycle.Start), "Sắp xếp lại", "Cục 2", ACycle.Start, "r1", [new EndedUnit(AnObligation.Owed.Unit, [Heir])],
        [Heir])).Value;

    [Fact]
    public void Is_refused_from_the_moment_that_it_is_on_record_and_names_the_successors()
    {
        var refusal = AnObligation.Owed.Submit(Recorded, AnObligation.Hash, AnObligation.Head, ACycle.Start, signOff: false)
            .Refusal.ShouldNotBeNull();

        refusal.Type.ShouldBe("report-unit-ended");
        refusal.Detail.ShouldContain("đơn vị kế thừa: N1.");
        AnObligation.Owed.Present(Recorded, AnObligation.Hash, AnObligation.Reporter, ACycle.Start, signOff: true)
            .Refusal.ShouldBe(refusal);
    }

    [Fact]
    public void Is_refused_too_when_a_report_had_come_back_for_others_report_in_its_place()
    {
        var returned = AnObligation.Return(AnObligation.Submitted(ACycle.Start), ACycle.Start);

        returned.CheckOpen(Recorded, ACycle.Start).ShouldNotBeNull().Type.ShouldBe("report-unit-ended");
        AnObligation.Submitted(ACycle.Start).Accept(Recorded, 1, ACycle.Centre, ACycle.Start).Refusal.ShouldNotBeNull()
            .Type.ShouldBe("report-unit-ended");
    }

    [Fact]
    public void Goes_on_for_a_unit_that_keeps_its_place_for_it_had_handed_in_before()
    {
        var step = Recorded.UnitChanges[0];
        var kept = ACycle.Open().ChangeUnits(step with { Ended = [], Kept = step.Ended }).Value;
        var returned = AnObligation.Return(AnObligation.Submitted(ACycle.Start), ACycle.Start);

        returned.CheckOpen(kept, ACycle.Start).ShouldBeNull();
    }

    [Fact]
    public void Bars_no_other_unit() => (AnObligation.Owed with { Unit = Heir }).CheckOpen(Recorded, ACycle.Start).ShouldBeNull();
}
