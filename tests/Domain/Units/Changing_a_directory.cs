using VksServerless.Cycles;
using VksServerless.Units;
using static VksServerless.Tests.Units.ADirectory;

namespace VksServerless.Tests.Units;

public class Changing_a_directory
{
    [Fact]
    public void Ends_who_is_merged_on_the_day_before_and_takes_its_subordinates_along()
    {
        var after = Small.With([Line("N1")], Entry("P1", "N1", "merge"), Entry("P2", "N1", "merge")).Value;

        after.Find(Code("P1"))!.ValidTo.ShouldBe(new DateOnly(2025, 6, 30));
        after.Find(Code("P1-A"))!.Superior.ShouldBe(Code("N1"));
        after.Find(Code("P1-A"))!.Mails.ShouldBe(["p1-a@vks.example"]);
        after.Find(Code("P3-A"))!.Superior.ShouldBe(Code("P3"));
        after.Successions.Where(entry => entry.Kind is SuccessionKind.Reparent).Select(entry => $"{entry.Predecessor} {entry.Was}")
            .ShouldBe(["P1-A P1", "P1-B P1", "P2-A P2", "P2-B P2"], ignoreOrder: true);
    }

    [Fact]
    public void Is_on_record_with_who_when_and_why()
    {
        var change = Small.With([Line("N1")], Entry("P1", "N1", "rename")).Value.Changes.ShouldHaveSingleItem();

        (change.Reason, change.By, change.At).ShouldBe(("Sắp xếp lại", "Quản trị", Now));
        change.Units.ShouldContain(Code("N1"));
        change.Successions[0].ShouldBe(new Succession(Code("P1"), Code("N1"), SuccessionKind.Rename, Day, "NQ 1"));
    }

    [Fact]
    public void Leaves_earlier_days_their_names_and_superiors()
    {
        var after = Small.With(
            [new("P1", Name: "Thành phố P1"), new("P1-A", Superior: "P2")], Entry("P1", "P1", "rename"), Entry("P1-A", "P1-A", "reparent"))
                .Value;

        var (before, since) = (after.On(Day.AddDays(-1)), after.On(Day));

        (before.NameOf(Code("P1")), before.Find(Code("P1-A"))!.Superior).ShouldBe(("Đơn vị P1", Code("P1")));
        (since.NameOf(Code("P1")), since.Find(Code("P1-A"))!.Superior).ShouldBe(("Thành phố P1", Code("P2")));
    }

    [Fact]
    public void Takes_names_back_through_several_changes()
    {
        var twice = Small.With([new("P1", Name: "Hai")], Entry("P1", "P1", "rename")).Value
            .With([new("P1", Name: "Ba")], Entry("P1", "P1", "rename", "2026-01-01")).Value;

        new[] { Day.AddDays(-1), Day, new DateOnly(2026, 1, 1) }.Select(day => twice.On(day).NameOf(Code("P1")))
            .ShouldBe(["Đơn vị P1", "Hai", "Ba"]);
    }

    [Fact]
    public void That_comes_into_force_later_leaves_a_cycle_that_opens_today_as_it_would_have_been()
    {
        var roster = Roster.Fix(Participants.Everyone, Small, Day.AddDays(-1));

        var after = Roster.Fix(
            Participants.Everyone, Small.With([Line("N1")], Entry("P1", "N1", "merge"), Entry("P2", "N1", "merge")).Value, Day.AddDays(-1));

        after.Participants.Select(unit => (unit.Unit, unit.Superior))
            .ShouldBe(roster.Participants.Select(unit => (unit.Unit, unit.Superior)));
    }

    [Fact]
    public void That_divides_a_superior_must_say_where_each_subordinate_goes()
    {
        Faults(Small.With([Line("N1"), Line("N2")], Entry("P1", "N1", "split"), Entry("P1", "N2", "split")))
            .ShouldBe(["/successions/0 subordinate-open", "/successions/0 subordinate-open"]);

        var after = Small.With(
            [Line("N1"), Line("N2"), new("P1-A", Superior: "N1"), new("P1-B", Superior: "N2")],
            Entry("P1", "N1", "split"), Entry("P1", "N2", "split"), Entry("P1-A", "P1-A", "reparent"), Entry("P1-B", "P1-B", "reparent"))
                .Value;

        after.Find(Code("P1-B"))!.Superior.ShouldBe(Code("N2"));
    }

    [Fact]
    public void Names_every_fault_at_its_line()
    {
        Faults(Small.With(
            [new("p1"), Line("N1"), Line("N1"), new("P1", Level: "district"), new("P2", ValidFrom: "2020-01-01")],
            new("P?", "N1", "swallow", "1/7/2025"), new("P1", "N1", "merge", "2025-07-01", "=1+1")))
            .ShouldBe(["/units/2 duplicate", "/units/3 fixed", "/units/4 fixed", "/successions/0 predecessor", "/successions/0 kind",
                "/successions/0 day", "/successions/1 note"]);
        Faults(Small.With([Line("N1", superior: "KHONG"), new("p1"), new("P1", Mails: "x")], Entry("P1", "N1", "merge")))
            .ShouldBe(
                ["/units/0 superior-unknown", "/units/1 code", "/units/1 name", "/units/1 level", "/units/1 valid_from", "/units/2 mail"],
                ignoreOrder: true);
        Faults(new DirectoryChangeFile([null!], [null!], "x").ApplyTo(Small, "Quản trị", Now))
            .ShouldBe(["/successions/0 predecessor", "/successions/0 successor", "/successions/0 kind", "/successions/0 day"]);
        Faults(Small.With([])).ShouldBe(["/successions/0 entry-count"]);
    }

    [Theory]
    [InlineData("P1", "KHONG", "merge", "unit-unknown")]
    [InlineData("P1", "P2", "reparent", "kind")]
    [InlineData("P1", "P1", "merge", "kind")]
    [InlineData("VKSTC", "P1", "merge", "sector")]
    [InlineData("P1", "DEAD", "merge", "successor-life")]
    [InlineData("DEAD", "P1", "merge", "predecessor-life")]
    [InlineData("DEAD", "P1", "separate", "predecessor-life")]
    [InlineData("P1", "P2", "split", "successor-count")]
    [InlineData("P1", "P1", "rename", "unaltered")]
    [InlineData("P1", "P1", "reparent", "unaltered")]
    public void Whose_succession_cannot_be_is_refused(string predecessor, string successor, string kind, string rule)
    {
        var directory = UnitDirectory.Of(
            [.. Small.Units, Unit("DEAD", UnitLevel.Province, "VKSTC") with { ValidTo = new DateOnly(2020, 12, 31) }]);

        Faults(directory.With([], Entry(predecessor, successor, kind))).ShouldContain($"/successions/0 {rule}");
    }

    [Fact]
    public void In_several_ways_at_once_is_refused()
    {
        Faults(Small.With([], Entry("P1-A", "P2", "merge"), Entry("P1-A", "P3", "merge"))).ShouldBe(["/successions/0 successor-count"]);
        Faults(Small.With([], Entry("P1-A", "P2", "merge"), Entry("P1-A", "P3", "split"))).ShouldBe(["/successions/0 kind-mixed"]);
        Faults(Small.With([], Entry("P1-A", "P2", "merge"), Entry("P1-A", "P2", "merge"))).ShouldBe(["/successions/1 duplicate"]);
    }

    [Fact]
    public void So_that_units_come_from_each_other_on_one_day_is_refused_and_one_after_the_other_is_not()
    {
        Faults(Small.With([], Entry("P1", "P2", "separate"), Entry("P2", "P3", "separate"), Entry("P3", "P1", "separate")))
            .ShouldBe(["/successions/0 circle"]);
        Small.With([], Entry("P1", "P2", "separate"), Entry("P2", "P3", "separate")).Refused.ShouldBeFalse();
        Small.With([], Entry("P1", "P2", "separate"), Entry("P2", "P1", "separate", "2026-01-01")).Refused.ShouldBeFalse();
    }

    [Fact]
    public void Of_a_name_or_a_superior_without_a_dated_entry_is_refused() =>
        Faults(Small.With([new("P1", Name: "Khác"), new("P2-A", Superior: "P3")], Entry("P3-A", "P3-B", "merge")))
            .ShouldBe(["/units/0 rename-undated", "/units/1 reparent-undated"]);

    [Fact]
    public void A_second_time_is_refused()
    {
        var change = new DirectoryChangeFile([Line("N1")], [Entry("P1", "N1", "merge"), Entry("P2", "N1", "merge")], "x");

        Faults(change.ApplyTo(change.ApplyTo(Small, "Quản trị", Now).Value, "Quản trị", Now))
            .ShouldBe(["/successions/0 duplicate", "/successions/1 duplicate"]);
    }

    [Fact]
    public void By_a_new_file_keeps_what_the_record_says()
    {
        var after = Small.With([Line("N1")], Entry("P1", "N1", "merge"), Entry("P2", "N1", "merge")).Value;

        Small.Keeping(after.Changes).Refusal.ShouldNotBeNull().Type.ShouldBe("directory-breaks-history");
        UnitDirectory.Of(after.Units).Keeping(after.Changes).Value.Successions.ShouldBe(after.Successions);
    }
}
