using VksServerless.Units;
using static VksServerless.Tests.Units.ADirectory;

namespace VksServerless.Tests.Units;

public class Following_units_through_time
{
    private static readonly DateOnly Before = new(2024, 1, 1);
    private static readonly DateOnly After = new(2030, 1, 1);

    [Fact]
    public void Finds_the_unit_itself_while_nothing_happens() => Heirs(Small, "P1").ShouldBe("P1");

    [Fact]
    public void Goes_through_a_merger_of_a_merger()
    {
        var twice = Small.With([Line("N1")], Entry("P1", "N1", "merge"), Entry("P2", "N1", "merge")).Value
            .With([Line("N2", from: "2027-01-01")], Entry("N1", "N2", "merge", "2027-01-01"), Entry("P3", "N2", "merge", "2027-01-01"))
                .Value;

        Heirs(twice, "P1").ShouldBe("N2");
        string.Join(' ', new Lineage(twice).HeirsOf(Code("P1"), Before, new DateOnly(2026, 12, 31))).ShouldBe("N1");
        string.Join(' ', new Lineage(twice).HeirsOf(Code("P1"), Before, Day.AddDays(-1))).ShouldBe("P1");
    }

    [Fact]
    public void Knows_what_was_divided_and_what_only_lost_a_part()
    {
        var divided = Small.With(
            [Line("N1", "P1", "district"), Line("N2", "P1", "district")], Entry("P1-A", "N1", "split"), Entry("P1-A", "N2", "split"),
            Entry("P1-B", "N2", "separate")).Value;

        Heirs(divided, "P1-A").ShouldBe("N1 N2");
        Heirs(divided, "P1-B").ShouldBe("N2 P1-B");
    }

    [Fact]
    public void Gives_a_unit_dissolved_without_a_successor_to_its_superior_or_to_whoever_inherits_from_that()
    {
        var dissolved = Small.With(
            [Line("N1"), new("P1-A", ValidTo: "2025-06-30"), new("P3-A", ValidTo: "2026-12-31")], Entry("P1", "N1", "merge"),
            Entry("P2", "N1", "merge")).Value;

        Heirs(dissolved, "P1-A").ShouldBe("N1");
        Heirs(dissolved, "P3-A").ShouldBe("P3");
    }

    [Fact]
    public void Finds_the_heirs_of_a_unit_whose_end_was_recorded_after_the_day_from_which_it_is_followed()
    {
        var late = Small.With([Line("N1")], Entry("P1", "N1", "merge"), Entry("P2", "N1", "merge")).Value
            .With([Line("N2", from: "2027-01-01")], Entry("N1", "N2", "merge", "2027-01-01"), Entry("P3", "N2", "merge", "2027-01-01"))
                .Value;
        var lineage = new Lineage(late);

        lineage.HeirsOf(Code("P1"), Day.AddYears(1), new DateOnly(2026, 12, 31)).ShouldBe([Code("N1")]);
        lineage.HeirsOf(Code("P1"), new DateOnly(2027, 6, 1), After).ShouldBe([Code("N2")]);
        lineage.FatesOf(Code("P1"), new DateOnly(2027, 6, 1), After).Select(fate => fate.Unit).ShouldBe([Code("P1"), Code("N1")]);
        lineage.HeirsOf(Code("P1"), Before, Day.AddDays(-1)).ShouldBe([Code("P1")]);
    }

    private static string Heirs(UnitDirectory directory, string unit) =>
        string.Join(' ', new Lineage(directory).HeirsOf(Code(unit), Before, After));
}
