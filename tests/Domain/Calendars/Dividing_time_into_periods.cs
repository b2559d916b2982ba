using VksServerless.Calendars;

namespace VksServerless.Tests.Calendars;

public class Dividing_time_into_periods
{
    [Theory]
    [InlineData(Recurrence.Month, "2026-03-31", "2026-03-01", "2026-03-31", "tháng 03/2026")]
    [InlineData(Recurrence.Month, "2024-02-29", "2024-02-01", "2024-02-29", "tháng 02/2024")]
    [InlineData(Recurrence.Quarter, "2026-12-31", "2026-10-01", "2026-12-31", "quý IV/2026")]
    [InlineData(Recurrence.HalfYear, "2026-06-30", "2026-01-01", "2026-06-30", "06 tháng đầu năm 2026 (01/01/2026 – 30/06/2026)")]
    [InlineData(Recurrence.Year, "2026-01-01", "2026-01-01", "2026-12-31", "năm 2026")]
    [InlineData(Recurrence.ProcuracyHalfYear, "2025-12-01", "2025-12-01", "2026-05-31", "06 tháng đầu năm 2026 (01/12/2025 – 31/05/2026)")]
    [InlineData(Recurrence.ProcuracyHalfYear, "2026-11-30", "2026-06-01", "2026-11-30", "06 tháng cuối năm 2026 (01/06/2026 – 30/11/2026)")]
    [InlineData(Recurrence.ProcuracyYear, "2025-12-01", "2025-12-01", "2026-11-30", "năm 2026 (01/12/2025 – 30/11/2026)")]
    [InlineData(Recurrence.ProcuracyYear, "2025-11-30", "2024-12-01", "2025-11-30", "năm 2025 (01/12/2024 – 30/11/2025)")]
    [InlineData(Recurrence.MidMonth, "2026-03-14", "2026-02-15", "2026-03-14", "tháng 03/2026 (15/02/2026 – 14/03/2026)")]
    [InlineData(Recurrence.MidMonth, "2026-03-15", "2026-03-15", "2026-04-14", "tháng 04/2026 (15/03/2026 – 14/04/2026)")]
    [InlineData(Recurrence.MidQuarter, "2026-01-10", "2025-12-15", "2026-03-14", "quý I/2026 (15/12/2025 – 14/03/2026)")]
    [InlineData(Recurrence.MidHalfYear, "2026-06-15", "2026-06-15", "2026-12-14", "06 tháng cuối năm 2026 (15/06/2026 – 14/12/2026)")]
    [InlineData(Recurrence.MidYear, "2026-12-15", "2026-12-15", "2027-12-14", "năm 2027 (15/12/2026 – 14/12/2027)")]
    public void Every_day_has_its_period_and_the_period_its_name(Recurrence every, string day, string first, string last, string name)
    {
        var rule = new PeriodRule(every);
        var period = rule.Containing(DateOnly.Parse(day, Vietnamese.Culture)).ShouldNotBeNull();
        period.ShouldBe(Periods.Of(first, last));
        rule.NameOf(period).ShouldBe(name);
    }

    [Fact]
    public void Leaves_no_gap_and_no_overlap() => Law.Holds<byte, ushort>((pick, days) =>
    {
        var (rule, day) = (Periods.Rule(pick), Periods.Day(days));
        var period = rule.Containing(day)!;
        (period.FirstDay <= day && day <= period.LastDay).ShouldBeTrue();
        rule.Containing(period.FirstDay).ShouldBe(period);
        rule.Containing(period.LastDay).ShouldBe(period);
        rule.After(period)!.FirstDay.ShouldBe(period.LastDay.AddDays(1));
    });

    [Fact]
    public void Going_on_and_back_leads_home() => Law.Holds<byte, ushort>((pick, days) =>
    {
        var rule = Periods.Rule(pick);
        var period = rule.Containing(Periods.Day(days))!;
        rule.Before(rule.After(period)!).ShouldBe(period);
        rule.After(rule.Before(period)!).ShouldBe(period);
    });

    [Fact]
    public void No_two_periods_of_a_rule_have_the_same_name() => Law.Holds<byte, ushort>((pick, days) =>
    {
        var rule = Periods.Rule(pick);
        var period = rule.Containing(Periods.Day(days))!;
        rule.NameOf(rule.After(period)!).ShouldNotBe(rule.NameOf(period));
    });

    [Fact]
    public void Twelve_months_make_up_a_procuracy_year_and_two_half_years_do_too() => Law.Holds<ushort>(days =>
    {
        var year = new PeriodRule(Recurrence.ProcuracyYear).Containing(Periods.Day(days))!;
        new PeriodRule(Recurrence.Month).Within(year).Count().ShouldBe(12);
        var halves = new PeriodRule(Recurrence.ProcuracyHalfYear).Within(year).ToList();
        (halves[0].FirstDay, halves[1].LastDay, halves.Count).ShouldBe((year.FirstDay, year.LastDay, 2));
    });

    [Fact]
    public void What_only_overlaps_lies_not_within() =>
        new PeriodRule(Recurrence.MidMonth).Within(Periods.Of("2026-01-01", "2026-03-31"))
            .ShouldBe([Periods.Of("2026-01-15", "2026-02-14"), Periods.Of("2026-02-15", "2026-03-14")]);

    [Fact]
    public void Given_periods_end_with_the_last_of_them()
    {
        Period[] given = [Periods.Of("2008-06-01", "2018-05-31"), Periods.Of("2019-01-01", "2023-12-31")];
        var rule = new PeriodRule(Recurrence.Given, given);
        rule.Containing(new DateOnly(2018, 5, 31)).ShouldBe(given[0]);
        rule.Containing(new DateOnly(2018, 6, 1)).ShouldBeNull();
        (rule.After(given[0]), rule.After(given[1]), rule.Before(given[1]), rule.Before(given[0]))
            .ShouldBe((given[1], null, given[0], null));
        rule.Within(Periods.Of("2018-01-01", "2030-12-31")).ShouldBe([given[1]]);
        rule.NameOf(given[0]).ShouldBe("từ 01/06/2008 đến 31/05/2018");
    }
}
