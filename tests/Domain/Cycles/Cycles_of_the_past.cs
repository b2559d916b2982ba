using System.Text.Json;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Tests.Cycles;

public class Cycles_of_the_past
{
    private static readonly DateOnly Today = VietnamTime.DayOf(ACycle.Start);
    private static readonly CycleTerms Terms = ACycle.Past with { Recipients = [new Recipient("Lãnh đạo", "lanh-dao@vks.example")] };

    private static readonly UnitDirectory Directory = UnitDirectory.Of(
    [
        new Unit(UnitCode.Sector, "VKSND tối cao", UnitLevel.Sector, null, "", [], new DateOnly(2015, 1, 1), null),
        new Unit(UnitCode.Of("VP"), "Văn phòng", UnitLevel.Department, UnitCode.Sector, "", [], new DateOnly(2015, 1, 1), null),
        new Unit(
            UnitCode.Of("V9"), "Vụ 9", UnitLevel.Department, UnitCode.Sector, "", [], new DateOnly(2015, 1, 1), new DateOnly(2017, 12, 31)),
        new Unit(UnitCode.Of("V17"), "Vụ 17", UnitLevel.Department, UnitCode.Sector, "", [], new DateOnly(2018, 1, 1), null),
    ]);

    [Fact]
    public void Are_drafted_when_period_deadlines_and_closing_have_passed() => Faults(Terms).ShouldBeEmpty();

    [Fact]
    public void Are_refused_while_anything_of_them_is_still_to_come()
    {
        var soon = ACycle.Start.AddDays(1);
        var open = Terms with
        {
            Period = new Period(new DateOnly(2017, 12, 1), Today),
            Deadlines = new Deadlines(soon, soon, soon),
            ClosesAt = soon,
            OpensAt = ACycle.Start,
            Milestones = [new Milestone("Hội nghị", Today.AddDays(30), [0], Terms.Recipients, false)],
        };

        Faults(open).ShouldBe(
            [
                "/period/lastDay order", "/deadlines/district order", "/deadlines/province order", "/deadlines/supreme order",
                "/closesAt order", "/opensAt imported", "/milestones imported",
            ]);
    }

    [Theory]
    [InlineData("72/BC-VKSTC", "2016-11-30", "/imported/date order")]
    [InlineData("72/BC-VKSTC", "2018-08-02", "/imported/date order")]
    [InlineData("072/BC-VKSTC", "2018-01-15", "/imported/number number")]
    [InlineData("00/BC-VKSTC", "2018-01-15", "/imported/number number")]
    public void Name_a_document_that_there_can_have_been(string number, string date, string fault) =>
        Faults(Terms with
        {
            Imported = new ImportedReport(PublicationNumber.Of(number), DateOnly.ParseExact(date, "yyyy-MM-dd")),
        }).ShouldBe([fault]);

    [Fact]
    public void Ask_the_units_that_there_were_on_the_last_day_of_the_period()
    {
        Faults(Terms with { Participants = new Participants([], [UnitCode.Of("V9")], []) }).ShouldBeEmpty();
        Faults(Terms with { Participants = new Participants([], [UnitCode.Of("V17")], []) }).ShouldBe(["/participants empty"]);
        ACycle.Open(Terms).CountedOn.ShouldBe(new DateOnly(2017, 11, 30));
        ACycle.Open(Terms).JoinedOn(UnitCode.Of("V9")).ShouldBe(new DateOnly(2017, 11, 30));
        ACycle.Open().CountedOn.ShouldBe(Today);
    }

    [Fact]
    public void Start_though_everything_is_over() =>
        ACycle.Draft(Terms).Start(ACycle.Centre, ACycle.Start).Value.Phase.ShouldBeOfType<CyclePhase.Starting>();

    [Fact]
    public void Remind_nobody_and_are_not_closed_by_the_clock()
    {
        var open = ACycle.Open(Terms);

        At(Step.Wait, Agenda.Of(open, everyoneAccepted: false, ACycle.Start));
        At(Step.Wait, Agenda.Of(open, everyoneAccepted: false, ACycle.Start.AddYears(1)));
        open.MilestonesDue(Today.AddYears(1)).ShouldBeEmpty();
    }

    [Fact]
    public void Are_closed_by_a_person_or_when_everyone_is_accepted_if_the_terms_say_so()
    {
        At(Step.Close, Agenda.Of(ACycle.Open(Terms), everyoneAccepted: true, ACycle.Start));
        At(
            Step.Wait,
            Agenda.Of(ACycle.Open(Terms with { CloseWhenAllAccepted = false }), everyoneAccepted: true, ACycle.Start));
        ACycle.Open(Terms).Close("Cục 2: đã nhập đủ", ACycle.Start).Value.Phase.ShouldBeOfType<CyclePhase.Closed>();
    }

    [Fact]
    public void Give_no_extension_take_over_no_change_of_units_and_send_nothing_back_to_a_unit()
    {
        var open = ACycle.Open(Terms);
        var later = ACycle.Start.AddDays(3);
        var extension = new Extension([UnitCode.Of("VP")], later, later, "Bão.", "Cục 2", ACycle.Start);
        open.Extend(extension, [], ACycle.Start).Refusal!.Type.ShouldBe("cycle-imported");

        var refused = open.ChangeUnits(new UnitChange(Today, "Sắp xếp lại", "Cục 2", ACycle.Start, "r", [], [UnitCode.Of("V17")])).Refusal!;
        (refused.Kind, refused.Type).ShouldBe((RefusalKind.Conflict, "cycle-imported"));
        refused.Detail.ShouldContain("được nhập theo Báo cáo số 72/BC-VKSTC ngày 15/01/2018");

        var laid = ACycle.AwaitingApproval("A", Terms);
        var digest = ACycle.DigestOf("A");
        laid.RefuseReport(digest, "Sai.", [UnitCode.Of("VP")], ACycle.Leader, ACycle.Start).Refusal!.Type.ShouldBe("cycle-imported");
        laid.RefuseReport(digest, "Sai.", [], ACycle.Leader, ACycle.Start).Value.IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Leave_no_trace_in_the_terms_of_others() =>
        JsonSerializer.Serialize(ACycle.Terms, DomainJson.Options).ShouldNotContain("imported");

    private static void At(Step step, Agenda agenda) => agenda.ShouldBe(new Agenda(step, null));

    private static List<string> Faults(CycleTerms terms) =>
        [.. (CycleTermsCheck.Of(terms, FormCatalogue.Shipped.Find(terms.Form), Directory, Today).Refusal?.Errors ?? [])
            .Select(error => $"{error.Place} {error.Rule}")];
}
