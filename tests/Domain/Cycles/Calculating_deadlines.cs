using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Tests.Calendars;

namespace VksServerless.Tests.Cycles;

public class Calculating_deadlines
{
    private static readonly DeadlineRules Usual = new(
        Rule(DeadlineAnchor.PeriodEnd, 3, 16), Rule(DeadlineAnchor.District, 2, 16), Rule(DeadlineAnchor.Province, 4, 16),
        Rule(DeadlineAnchor.Supreme, 5, 17));

    [Fact]
    public void Follows_from_tier_to_tier_over_Tet()
    {
        var (terms, faults) = DeadlineCalculation.Of(Asked(Usual, "2026-01-01", "2026-01-31"), WorkingCalendar.Shipped);
        faults.ShouldBeEmpty();
        terms.Deadlines.ShouldBe(new Deadlines(At(2026, 2, 4, 16), At(2026, 2, 6, 16), At(2026, 2, 12, 16)));
        terms.ClosesAt.ShouldBe(At(2026, 2, 26, 17));
        terms.Rules.ShouldBe(Usual);
    }

    [Fact]
    public void Counts_a_Saturday_that_is_worked_and_no_day_that_was_swapped_for_it()
    {
        var (terms, _) = DeadlineCalculation.Of(Asked(Usual, "2025-12-01", "2025-12-31"), WorkingCalendar.Shipped);
        terms.Deadlines.ShouldBe(new Deadlines(At(2026, 1, 7, 16), At(2026, 1, 9, 16), At(2026, 1, 14, 16)));
    }

    [Fact]
    public void Leaves_what_is_given_as_it_is_and_counts_from_it()
    {
        var asked = Asked(Usual with { District = null }, "2026-01-01", "2026-01-31");
        asked = asked with { Deadlines = asked.Deadlines with { District = At(2026, 3, 2, 23) } };
        DeadlineCalculation.Of(asked, WorkingCalendar.Shipped)
            .Terms.Deadlines.ShouldBe(new Deadlines(At(2026, 3, 2, 23), At(2026, 3, 4, 16), At(2026, 3, 10, 16)));
        DeadlineCalculation.Of(ACycle.Terms, new WorkingCalendar([])).Terms.ShouldBe(ACycle.Terms);
    }

    [Fact]
    public void Names_every_rule_that_leads_nowhere()
    {
        var circular = Usual with { District = Rule(DeadlineAnchor.Supreme, 1, 8), ClosesAt = Rule(DeadlineAnchor.Opening, 1, 8) };
        FaultsOf(circular).ShouldBe(
            [
                "/deadlines/district/after circular", "/deadlines/province/after circular", "/deadlines/supreme/after circular",
                "/closesAt/after no-opening"],
            ignoreOrder: true);
        FaultsOf(Usual with { District = Rule(DeadlineAnchor.PeriodEnd, 0, 8) }).ShouldBe(["/deadlines/district/workingDays out-of-range"]);
        FaultsOf(Usual with { Province = Rule(DeadlineAnchor.Province, 1, 8) }).ShouldBe(["/deadlines/province/after circular"]);
        FaultsOf(Usual, "2028-01-31").ShouldBe(["/deadlines/district calendar-missing"]);
        FaultsOf(Usual, "9999-12-31").ShouldBe(["/deadlines/district calendar-missing"]);
    }

    [Fact]
    public void Keeps_the_order_of_the_tiers() => Law.Holds<ushort, uint>((end, days) =>
    {
        var last = new DateOnly(2023, 1, 1).AddDays(end % 1500);
        var rules = new DeadlineRules(
            Rule(DeadlineAnchor.PeriodEnd, 1 + (int)(days % 20), 16), Rule(DeadlineAnchor.District, 1 + (int)((days >> 8) % 20), 8),
            Rule(DeadlineAnchor.Province, 1 + (int)((days >> 16) % 20), 23), Rule(DeadlineAnchor.Supreme, 1 + (int)((days >> 24) % 20), 0));
        var (terms, faults) = DeadlineCalculation.Of(
            Asked(rules, "2022-01-01", last.ToString("O", Vietnamese.Culture)), WorkingCalendar.Shipped);
        faults.ShouldBeEmpty();
        DateTimeOffset[] inOrder = [VietnamTime.At(last.AddDays(1), TimeOnly.MinValue), .. terms.Deadlines.All, terms.ClosesAt];
        inOrder.ShouldBeInOrder(SortDirection.Ascending);
        inOrder.Skip(1).ShouldAllBe(instant => WorkingCalendar.Shipped.IsWorked(VietnamTime.DayOf(instant)).Value);
    });

    [Fact]
    public void Asked_again_when_the_calendar_is_another_is_the_same_cycle()
    {
        var asked = Asked(Usual, "2026-01-01", "2026-01-31");
        var made = Cycle.Create(
            CycleId.From(PersonId.Of("centre"), "key-1"), DeadlineCalculation.Of(asked, WorkingCalendar.Shipped).Terms, ACycle.Centre,
            ACycle.Start);
        made.Redraft(ACycle.Terms).Value.Recreate(asked).Value.Terms.ShouldBe(made.Terms);
        made.Recreate(asked with { Rules = Usual with { ClosesAt = Rule(DeadlineAnchor.Supreme, 6, 17) } })
            .Refusal.ShouldBe(Refusal.KeyReused);
    }

    [Fact]
    public void Of_a_cycle_that_opens_late_stands_while_all_lies_ahead_and_is_put_off_when_not()
    {
        var terms = DeadlineCalculation.Of(
            Asked(Usual, "2026-01-01", "2026-01-31") with { OpensAt = At(2026, 1, 29, 8) }, WorkingCalendar.Shipped).Terms;
        DeadlineCalculation.PutOff(terms, At(2026, 2, 4, 15), WorkingCalendar.Shipped).Value.ShouldBe(terms);
        var late = DeadlineCalculation.PutOff(terms, At(2026, 2, 5, 9), WorkingCalendar.Shipped).Value;
        late.Rules!.PutOffBy.ShouldBe(5);
        late.Deadlines.ShouldBe(new Deadlines(At(2026, 2, 11, 16), At(2026, 2, 13, 16), At(2026, 2, 26, 16)));
        late.ClosesAt.ShouldBe(At(2026, 3, 5, 17));
    }

    [Fact]
    public void Put_off_leaves_the_units_the_working_days_that_they_should_have_had() => Law.Holds<ushort>(hours =>
    {
        var terms = DeadlineCalculation.Of(
            Asked(Usual, "2026-01-01", "2026-01-31") with { OpensAt = At(2026, 1, 29, 8) }, WorkingCalendar.Shipped).Terms;
        var now = At(2026, 2, 4, 17).AddHours(hours % 6000);
        var late = DeadlineCalculation.PutOff(terms, now, WorkingCalendar.Shipped).Value;
        late.Deadlines.All.Append(late.ClosesAt).ShouldAllBe(instant => instant > now);
        DaysLeft(now, late).ShouldBeGreaterThanOrEqualTo(DaysLeft(terms.OpensAt!.Value, terms));
    });

    private static int DaysLeft(DateTimeOffset opening, CycleTerms terms) =>
        WorkingCalendar.Shipped.Between(VietnamTime.DayOf(opening), VietnamTime.DayOf(terms.Deadlines.District)).Value;

    private static IEnumerable<string> FaultsOf(DeadlineRules rules, string last = "2026-01-31") =>
        DeadlineCalculation.Of(Asked(rules, "2026-01-01", last), WorkingCalendar.Shipped)
            .Faults.Select(fault => $"{fault.Place} {fault.Rule}");

    private static CycleTerms Asked(DeadlineRules rules, string first, string last) =>
        ACycle.Terms with
        {
            Period = Periods.Of(first, last),
            Deadlines = new Deadlines(default, default, default),
            ClosesAt = default,
            Rules = rules
        };

    private static DeadlineRule Rule(DeadlineAnchor after, int days, int hour) => new(after, days, new TimeOnly(hour, 0));

    private static DateTimeOffset At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, VietnamTime.Offset);
}
