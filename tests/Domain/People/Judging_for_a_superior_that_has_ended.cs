using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Tests.Reports;
using VksServerless.Units;
using static VksServerless.Tests.Units.ADirectory;

namespace VksServerless.Tests.People;

public class Judging_for_a_superior_that_has_ended
{
    private static readonly Roster Fixed = Roster.Fix(Participants.Everyone, Small, VietnamTime.DayOf(ACycle.Start));

    private static readonly Form Form = FormCatalogue.Shipped.Find(ACycle.Terms.Form)!;

    private static Cycle Before { get; } = ACycle.Open();

    /// <summary>P1 becomes N1, and that becomes N2.</summary>
    private static Cycle After { get; } = Change(Change(Before, "P1", "N1"), "N1", "N2");

    [Theory]
    [InlineData("N1")]
    [InlineData("N2")]
    public void Is_for_its_successors(string unit) => Judged(After, Of(unit)).ShouldBe((true, true, true));

    [Fact]
    public void Is_for_the_centre_which_says_why_as_long_as_the_superior_lives()
    {
        (Judged(After, ACycle.Centre).Judges, Judged(Before, ACycle.Centre).Judges).ShouldBe((true, true));
        Permission.StepsIn(ACycle.Centre, Code("P1"), Before).ShouldBeTrue();
        Permission.StepsIn(ACycle.Centre, Code("P1"), After).ShouldBeFalse();
        Permission.StepsIn(ACycle.Centre, UnitCode.Sector, Before).ShouldBeFalse();
        Permission.StepsIn(Of("P1"), Code("P1"), Before).ShouldBeFalse();
    }

    [Fact]
    public void Is_for_those_of_its_successors_that_are_left()
    {
        After.JudgesOf(Code("P1-A"), Code("P1")).ShouldBe([Code("N2")]);
        Before.JudgesOf(Code("P1-A"), Code("P1")).ShouldBe([Code("P1")]);
        Before.JudgesOf(Code("P1"), UnitCode.Sector).ShouldBeEmpty();
        Change(Before, "P1-A", "P1").JudgesOf(Code("P1-A"), Code("P1")).ShouldBeEmpty("nobody judges what it answers for");
    }

    [Fact]
    public void Is_told_to_its_successors_and_no_more_to_itself()
    {
        var roster = Fixed with
        {
            Heirs = [new RosterNode(Code("N2"), "Đơn vị N2", UnitLevel.Province, UnitCode.Sector, ["n2@vks.example"])],
        };
        var happened = new ReportSubmitted(
            After.Id, Code("P1-A"), Code("P1"), 2, new SubmittedVersion(
                1, ACycle.Start, AnObligation.Hash, OnTime: true, PersonId.Of("reporter"), "Trần Thị Bình"))
        {
            At = ACycle.Start,
            By = PersonId.Of("reporter"),
        };

        EventNotices.Of(happened, new Surroundings(After, Form, roster, new Portal(() => null, "Cục 2"), []))
            .Select(mail => mail.To).Order().ShouldBe(["n2@vks.example", "p1-a@vks.example"]);
    }

    [Theory]
    [InlineData("P2")]
    [InlineData("P1-B")]
    public void Is_for_no_other_unit(string unit) => Judged(After, Of(unit)).ShouldBe((false, false, false));

    [Fact]
    public void Is_for_nobody_while_it_lives() => Judged(Before, Of("N1")).ShouldBe((false, false, false));

    [Theory]
    [InlineData(Role.Machine)]
    [InlineData(Role.Operator)]
    public void Is_for_people_who_report(Role role) => Judged(After, Of("N1") with { Role = role }).ShouldBe((false, false, false));

    [Fact]
    public void Is_for_nobody_whose_own_report_it_is() =>
        Permission.JudgesReport(Of("P1-A"), Code("P1-A"), Code("P1"), Change(Before, "P1", "P1-A")).ShouldBeFalse();

    [Fact]
    public void Leaves_what_answers_to_the_sector_to_the_centre()
    {
        Permission.JudgesReport(ACycle.Centre, Code("P2"), UnitCode.Sector, After).ShouldBeTrue();
        Permission.JudgesReport(Of("N1"), Code("P2"), UnitCode.Sector, After).ShouldBeFalse();
    }

    private static (bool Judges, bool Reads, bool ReadsTotals) Judged(Cycle cycle, Caller caller) => (
        Permission.JudgesReport(caller, Code("P1-A"), Code("P1"), cycle),
        Permission.ReadsReport(caller, Code("P1-A"), Fixed, cycle),
        Permission.ReadsTotals(caller, Code("P1"), Fixed, cycle));

    private static Caller Of(string unit) => new(PersonId.Of($"head-{unit}"), "Viện trưởng", Role.UnitHead, Code(unit));

    private static Cycle Change(Cycle cycle, string ended, params string[] successors)
    {
        var day = VietnamTime.DayOf(ACycle.Start);
        var step = new UnitChange(
            day, "Sắp xếp lại", "Cục 2", ACycle.Start, "r", [new EndedUnit(Code(ended), [.. successors.Select(Code)])],
            [.. successors.Select(Code)]);
        var changed = cycle.ChangeUnits(step).Value;
        return changed.UnitsChanged(changed.UnitChanges.Count);
    }
}
