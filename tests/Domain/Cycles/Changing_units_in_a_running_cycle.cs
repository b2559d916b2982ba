using System.Text.Json;
using VksServerless.Cycles;
using VksServerless.Tests.Units;
using VksServerless.Units;
using static VksServerless.Tests.Units.ADirectory;

namespace VksServerless.Tests.Cycles;

public class Changing_units_in_a_running_cycle
{
    private static readonly DateOnly Opened = VietnamTime.DayOf(ACycle.Start);
    private static readonly DateTimeOffset Now = ACycle.Start.AddDays(5);
    private static readonly DateOnly Today = VietnamTime.DayOf(Now);

    [Fact]
    public void Exempts_who_has_ended_and_handed_in_nothing_and_takes_in_the_heirs()
    {
        var change = Change(Participants.Everyone, Merged, leaves: code => code != Code("P2"));

        change.Ended.Select(unit => $"{unit.Unit} {string.Join(' ', unit.Successors)}").ShouldBe(["P1 N1"]);
        change.Joined.ShouldBe([Code("N1")]);
        change.Roster.Participants.Select(unit => unit.Unit.ToString()).ShouldContain("N1");
        change.Roster.SuperiorOf(Code("N1")).ShouldBe(UnitCode.Sector);
    }

    [Fact]
    public void Takes_in_the_heirs_also_when_the_change_was_recorded_for_a_day_before_the_opening()
    {
        var late = Small.With(
            [Line("N1", from: "2018-07-01")], Entry("P1", "N1", "merge", "2018-07-01"), Entry("P2", "N1", "merge", "2018-07-01")).Value;

        var change = Change(Participants.Everyone, late);

        change.Ended.Select(unit => $"{unit.Unit} {string.Join(' ', unit.Successors)}").ShouldBe(["P1 N1", "P2 N1"]);
        change.Joined.ShouldBe([Code("N1")]);
    }

    [Fact]
    public void Leaves_everyone_who_takes_part_in_their_place()
    {
        var before = Roster.Fix(Participants.Everyone, Small, Opened);

        var after = Change(Participants.Everyone, Merged).Roster;

        foreach (var unit in before.Participants)
        {
            after.SuperiorOf(unit.Unit).ShouldBe(unit.Superior);
            after.NameOf(unit.Unit).ShouldBe(unit.Name);
        }

        after.Nodes.Select(node => node.Unit).ShouldBe(before.Nodes.Select(node => node.Unit));
        after.Participants.Select(unit => unit.Unit).Except(before.Participants.Select(unit => unit.Unit)).ShouldBe([Code("N1")]);
    }

    [Fact]
    public void Brings_the_superiors_of_who_joins_with_them()
    {
        var regional = Small.With(
            [Line("N1", from: "2018-08-03"), Line("R1", "N1", "district", "2018-08-03")],
            Entry("P1", "N1", "merge", "2018-08-03"), Entry("P2", "N1", "merge", "2018-08-03"), Entry("P1-A", "R1", "merge", "2018-08-03"),
            Entry("P1-B", "R1", "merge", "2018-08-03")).Value;

        var change = Change(new Participants([UnitLevel.District], [], []), regional);

        change.Joined.ShouldBe([Code("R1")]);
        change.Roster.SuperiorOf(Code("R1")).ShouldBe(Code("N1"));
        change.Roster.HasSubordinates(Code("N1")).ShouldBeTrue();
        change.Roster.Nodes[^1].Unit.ShouldBe(UnitCode.Sector);
        change.Roster.IsWithin(Code("P2-A"), Code("P2")).ShouldBeTrue();
    }

    [Fact]
    public void Takes_in_nobody_whom_the_cycle_does_not_ask_but_for_those_who_were_named()
    {
        Change(new Participants([], [Code("P1"), Code("P3")], []), Merged).Joined.ShouldBe([Code("N1")]);
        Change(new Participants([UnitLevel.Province], [], [Code("N1")]), Merged).Joined.ShouldBeEmpty();
        Change(new Participants([UnitLevel.District], [], []), Merged).Ended.ShouldBeEmpty();
    }

    [Fact]
    public void Finds_nothing_to_do_before_anything_happens_and_once_it_is_done()
    {
        Change(Participants.Everyone, Merged, Opened).Ended.ShouldBeEmpty();
        var done = Change(Participants.Everyone, Merged);

        var again = RosterChange.Of(
            done.Roster, Participants.Everyone, Merged, Opened, Today, unit => !done.Ended.Select(ended => ended.Unit).Contains(unit));

        (again.Ended.Count, again.Joined.Count).ShouldBe((0, 0));
        Said(again.Roster).ShouldBe(Said(done.Roster));
    }

    [Fact]
    public void Is_on_record_and_keeps_the_cycle_open_until_it_is_done()
    {
        var cycle = ACycle.Open().ChangeUnits(Taken()).Value;

        cycle.UnitChanges.ShouldHaveSingleItem().By.ShouldBe("Cục 2");
        cycle.RosterRevision.ShouldBe(1);
        Agenda.Of(cycle, everyoneAccepted: true, ACycle.Closes.AddDays(1)).Step.ShouldBe(Step.ChangeUnits);
        cycle.Close("Cục 2", Now).Refusal.ShouldBe(CycleRefusals.ChangingUnits);
        cycle.ChangeUnits(Taken()).Refusal.ShouldBe(CycleRefusals.ChangingUnits);

        var done = cycle.UnitsChanged(1);
        done.IsChangingUnits.ShouldBeFalse();
        done.UnitsChanged(1).ShouldBe(done);
        Agenda.Of(done, everyoneAccepted: true, Now).Step.ShouldBe(Step.Close);
    }

    [Fact]
    public void Is_for_a_cycle_that_has_opened_and_a_day_from_its_opening_to_today()
    {
        ACycle.Draft().ChangeUnits(Taken()).Refusal!.Type.ShouldBe("cycle-not-open");
        ACycle.Open().ChangeUnits(Taken() with { Day = Today.AddDays(1) }).Refusal!.Type.ShouldBe("unit-change-day");
        ACycle.Open().ChangeUnits(Taken() with { Day = Opened.AddDays(-1) }).Refusal!.Type.ShouldBe("unit-change-day");
        var open = ACycle.Open();
        open.ChangeUnits(Taken() with { Ended = [], Joined = [] }).Value.ShouldBe(open);
    }

    [Fact]
    public void Lets_nobody_join_or_leave_after_the_closing_but_records_who_answers_until_the_report_is_approved()
    {
        var kept = Taken() with { Ended = [], Joined = [], Kept = Taken().Ended };
        var closed = ACycle.Open().Close("Cục 2", Now).Value;
        var laid = closed.AwaitApproval(ACycle.DigestOf("report"), Now);
        var approved = laid.Approve(ACycle.DigestOf("report"), ACycle.Leader, Now).Value;
        var published = approved.Publish(PublicationNumber.InYear(1), Now);
        var correcting = published.Correct("Sai số liệu.", ACycle.Centre, Now).Value;
        foreach (var cycle in (Cycle[])[closed, laid, correcting, correcting.FinishCorrecting().Value])
        {
            cycle.ChangeUnits(Taken()).Refusal.ShouldBe(CycleRefusals.Stale, "it was open when that was decided");
            var changed = cycle.ChangeUnits(kept).Value;
            (changed.Phase, changed.LivingFor(Code("P1")).Single()).ShouldBe((cycle.Phase, Code("N1")));
            Agenda.Of(changed, everyoneAccepted: true, Now).Step.ShouldBe(Step.ChangeUnits);
            Agenda.Of(changed.UnitsChanged(1), everyoneAccepted: true, Now).ShouldBe(Agenda.Of(cycle, everyoneAccepted: true, Now));
        }

        foreach (var cycle in (Cycle[])[approved, published, laid.Cancel("Thôi.", ACycle.Centre, Now).Value])
        {
            cycle.ChangeUnits(kept).Refusal!.Type.ShouldBe("cycle-not-open");
        }
    }

    [Fact]
    public void Ends_before_the_cycle_outgrows_its_row()
    {
        var (cycle, next) = (ACycle.Open(), ACycle.Open().ChangeUnits(Long));
        while (!next.Refused)
        {
            cycle = next.Value.UnitsChanged(next.Value.UnitChanges.Count);
            next = cycle.ChangeUnits(Long);
        }

        next.Refusal!.Type.ShouldBe("unit-changes-too-many");
        cycle.UnitChanges.Count.ShouldBeGreaterThan(10);
        JsonSerializer.SerializeToUtf8Bytes(cycle, DomainJson.Options).Length.ShouldBeLessThan(300 * 1024);
    }

    private static UnitChange Long =>
        Taken() with
        {
            Reason = new string('ệ', 2000),
            Ended = [.. Enumerable.Range(0, 100).Select(_ => new EndedUnit(Code("T84-TXDH"), [Code("T86-2025")]))]
        };

    private static UnitDirectory Merged { get; } = Small.With(
        [Line("N1", from: "2018-08-03")], Entry("P1", "N1", "merge", "2018-08-03"), Entry("P2", "N1", "merge", "2018-08-03")).Value;

    private static RosterChange Change(
        Participants chosen, UnitDirectory directory, DateOnly? day = null, Func<UnitCode, bool>? leaves = null) =>
        RosterChange.Of(Roster.Fix(chosen, Small, Opened), chosen, directory, Opened, day ?? Today, leaves ?? (_ => true));

    private static UnitChange Taken() =>
        new(Today, "Sắp xếp lại", "Cục 2", Now, "r1", [new EndedUnit(Code("P1"), [Code("N1")])], [Code("N1")]);

    private static string Said(object value) => JsonSerializer.Serialize(value, DomainJson.Options);
}
