using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Tests.Cycles;
using VksServerless.Tests.Reports;

namespace VksServerless.Tests.Publications;

public class Entering_a_report_of_the_past
{
    private static readonly Roster Roster = new AReport().Roster;
    private static readonly Cycle Past = ACycle.Open(ACycle.Past with { Form = AReport.Form.Ref });
    private static readonly Caller Colleague = ACycle.Centre with { Person = PersonId.Of("colleague"), Name = "Nguyễn Thị Hà" };

    [Fact]
    public void Says_from_what_it_was_entered_by_whom_in_reading_order_and_on_which_day_the_last_was()
    {
        var report = Compose(
            Past, Entered("T84", ACycle.Centre, days: 5), Entered("C2", ACycle.Centre, days: 2), Entered("VP", Colleague, days: 0));

        var from = report.Imported.ShouldNotBeNull();
        (from.Number, from.Date, from.On).ShouldBe(
            (PublicationNumber.Of("72/BC-VKSTC"), new DateOnly(2018, 1, 15), VietnamTime.DayOf(ACycle.Start.AddDays(5))));
        from.By.ShouldBe(["Nguyễn Thị Hà", "Cục 2"]);
        report.CountedOn.ShouldBe(ACycle.Past.Period.LastDay);
    }

    [Fact]
    public void Without_any_report_names_who_drafted_the_cycle()
    {
        var from = Compose(Past).Imported.ShouldNotBeNull();

        from.By.ShouldBe([ACycle.Centre.Name]);
        from.On.ShouldBe(VietnamTime.DayOf(Past.CreatedAt));
    }

    [Fact]
    public void Is_said_of_no_cycle_that_was_held_here() =>
        AReport.Bytes(Compose(ACycle.Open(ACycle.Terms with { Form = AReport.Form.Ref }))).ShouldNotContain("imported");

    private static SectorReport Compose(Cycle cycle, params Standing[] standings) =>
        SectorReport.Compose(cycle, AReport.Form, Roster, [], standings);

    private static Standing Entered(string unit, Caller by, int days) => new(
        Obligation.Fix(Past, Roster.Participants.Single(participant => $"{participant.Unit}" == unit))
            .Import(Past, AnObligation.Hash, ACycle.PastDue, by, ACycle.Start.AddDays(days)).Value.Next,
        null);
}
