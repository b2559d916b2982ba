using VksServerless.Cycles;
using VksServerless.Tests.Units;
using VksServerless.Units;
using static VksServerless.Tests.Units.ADirectory;

namespace VksServerless.Tests.Cycles;

public class Naming_participants
{
    private static readonly DateOnly Eve = Day.AddDays(-1);
    private static readonly UnitDirectory Merged =
        Small.With([Line("N1"), new("P3-A", ValidTo: "2025-06-30")], Entry("P1", "N1", "merge"), Entry("P2", "N1", "merge")).Value;

    [Fact]
    public void Refuses_a_unit_that_has_ended_by_the_opening_and_says_who_succeeded_it()
    {
        var error = Errors(Named("P3", "P1"), Day).ShouldHaveSingleItem();

        (error.Place, error.Rule).ShouldBe(("/participants/units/1", "unit-ended"));
        error.Message.ShouldBe("Đơn vị P1 đã kết thúc ngày 30/06/2025; đơn vị kế thừa: N1");
    }

    [Fact]
    public void Goes_by_the_day_on_which_the_cycle_will_open()
    {
        Errors(Named("P1"), Eve).ShouldBeEmpty();
        Errors(Named("P3", "P1") with { OpensAt = VietnamTime.At(Day, new TimeOnly(8, 0)) }, Eve).ShouldHaveSingleItem()
            .Rule.ShouldBe("unit-ended");
        Errors(Named("P3", "P1") with { OpensAt = VietnamTime.At(Eve, new TimeOnly(8, 0)) }, Day).ShouldHaveSingleItem()
            .Rule.ShouldBe("unit-ended");
    }

    [Fact]
    public void Counts_only_who_lives_among_those_who_are_to_report()
    {
        var ended = UnitDirectory.Of(
            [.. Small.Units.Select(unit => unit.Level is UnitLevel.District ? unit with { ValidTo = Eve } : unit)]);
        var districts = ACycle.Terms with { Participants = new Participants([UnitLevel.District], [], []) };

        Errors(districts, Day, ended).Select(error => error.Rule).ShouldBe(["empty"]);
        Errors(districts, Eve, ended).ShouldBeEmpty();
    }

    private static CycleTerms Named(params string[] units) =>
        ACycle.Terms with { Participants = new Participants([], [.. units.Select(Code)], []) };

    private static List<FieldError> Errors(CycleTerms terms, DateOnly drafted, UnitDirectory? directory = null) =>
        [.. (CycleTermsCheck.Of(terms, null, directory ?? Merged, drafted).Refusal?.Errors ?? [])
            .Where(error => error.Place.StartsWith("/participants", StringComparison.Ordinal))];
}
