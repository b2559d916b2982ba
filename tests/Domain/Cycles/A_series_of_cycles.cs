using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Tests.Calendars;

namespace VksServerless.Tests.Cycles;

public class A_series_of_cycles
{
    private static readonly DeadlineRule Rule = new(DeadlineAnchor.PeriodEnd, 5, new TimeOnly(16, 0));

    [Fact]
    public void Opens_every_period_once_and_in_order() => Law.Holds<byte, ushort>((pick, days) =>
    {
        var series = Series(Periods.Rule(pick), Periods.Day(days));
        var seen = new List<Period>();
        for (var opened = 0; opened < 30; opened++)
        {
            seen.Add(series.Next!);
            series = series.Opened(series.Next!);
        }

        seen.Zip(seen.Skip(1)).ShouldAllBe(pair => pair.First.LastDay.AddDays(1) == pair.Second.FirstDay);
        seen.Select(series.IdOf).Distinct().Count().ShouldBe(seen.Count);
        series.Latest.ShouldBe(new OpenedCycle(series.IdOf(seen[^1]), seen[^1]));
    });

    [Fact]
    public void Put_anew_opens_no_day_twice_whatever_its_rule_was() => Law.Holds<ushort, ushort>((picks, days) =>
    {
        var series = Series(Periods.Rule((byte)picks), Periods.Day(days));
        series = series.Opened(series.Next!);
        var next = CycleSeries.Put(
            series, series.Code, series.Terms with { Periods = Periods.Rule((byte)(picks >> 8)) }, ACycle.Centre, ACycle.Start);
        (next.Next!.FirstDay > series.Latest!.Period.LastDay).ShouldBeTrue();
        next.Latest.ShouldBe(series.Latest);
    });

    [Fact]
    public void Comes_to_an_end_with_the_last_given_period()
    {
        var series = Series(new PeriodRule(Recurrence.Given, [Periods.Of("2026-01-01", "2026-03-31")]), new DateOnly(2026, 2, 1));
        var ended = series.Opened(series.Next!);
        ended.Next.ShouldBeNull();
        ended.StillOpensWithin(Periods.Of("2026-01-01", "2026-12-31")).ShouldBeFalse();
    }

    [Fact]
    public void Writes_the_name_of_the_period_into_the_title()
    {
        var series = Series(new PeriodRule(Recurrence.ProcuracyHalfYear), new DateOnly(2026, 2, 1));
        var terms = series.Terms.Of(series.Next!, ACycle.Start, null, PartsOfPeriod.None);
        terms.Title.ShouldBe("Thống kê 06 tháng đầu năm 2026 (01/12/2025 – 31/05/2026)");
        terms.Rules.ShouldBe(series.Terms.Deadlines);
    }

    [Theory]
    [InlineData(null, -3, "2026-05-27")]
    [InlineData(null, 5, "2026-06-05")]
    [InlineData(0, null, "2026-05-31")]
    [InlineData(-10, null, "2026-05-21")]
    public void Opens_so_long_before_or_after_the_end_of_the_period(int? days, int? workingDays, string day)
    {
        var opening = new OpeningRule(new TimeOnly(8, 0), days, workingDays)
            .For(Periods.Of("2025-12-01", "2026-05-31"), WorkingCalendar.Shipped).Value;
        opening.ShouldBe(VietnamTime.At(DateOnly.Parse(day, Vietnamese.Culture), new TimeOnly(8, 0)));
    }

    [Fact]
    public void Remembers_since_when_it_is_hindered_and_why()
    {
        var series = Series(new PeriodRule(Recurrence.Month), new DateOnly(2026, 2, 1));
        var hindered = series.Hindered(CalendarRefusals.YearMissing(2028), ACycle.Start);
        hindered.Hindered(CalendarRefusals.YearMissing(2028), ACycle.Due).ShouldBeSameAs(hindered);
        hindered.Hindered(CalendarRefusals.YearMissing(2029), ACycle.Due).Hindrance!.Since.ShouldBe(ACycle.Due);
        hindered.Unhindered().Hindrance.ShouldBeNull();
        hindered.Opened(series.Next!).Hindrance.ShouldBeNull();
    }

    [Fact]
    public void That_is_stopped_keeps_nobody_waiting_and_runs_again_when_it_is_put()
    {
        var series = Series(new PeriodRule(Recurrence.Month), new DateOnly(2026, 2, 1));
        var year = Periods.Of("2026-01-01", "2026-12-31");
        series.StillOpensWithin(year).ShouldBeTrue();
        var stopped = series.Stop("Đổi chế độ báo cáo", ACycle.Centre, ACycle.Start);
        stopped.StillOpensWithin(year).ShouldBeFalse();
        stopped.Stop("Lần nữa", ACycle.Centre, ACycle.Due).ShouldBeSameAs(stopped);
        CycleSeries.Put(stopped, stopped.Code, stopped.Terms, ACycle.Centre, ACycle.Due).Stopped.ShouldBeNull();
    }

    [Fact]
    public void That_is_wrong_is_told_where()
    {
        var right = Series(new PeriodRule(Recurrence.Month), new DateOnly(2026, 2, 1));
        Faults(right).ShouldBeEmpty();
        Faults(right, partsKnown: false).ShouldBe(["/parts unknown-series"]);
        Faults(Put(right.Terms with { Title = "Thống kê" })).ShouldBe(["/title period-name"]);
        Faults(Put(right.Terms with { Opens = new OpeningRule(new TimeOnly(8, 0)) })).ShouldBe(["/opens one-of"]);
        Faults(Put(right.Terms with { Opens = new OpeningRule(new TimeOnly(8, 0), WorkingDays: 0) }))
            .ShouldBe(["/opens/workingDays out-of-range"]);
        Faults(Put(right.Terms with { Opens = new OpeningRule(new TimeOnly(8, 0), Days: 367) })).ShouldBe(["/opens/days out-of-range"]);
        Faults(Put(right.Terms with { FirstDay = new DateOnly(2024, 1, 1) })).ShouldBe(["/firstDay out-of-range"]);
        Faults(Put(right.Terms with { FirstDay = DateOnly.MaxValue })).ShouldBe(["/firstDay no-period"]);
        Faults(Put(right.Terms with
        {
            Periods = new PeriodRule(
            Recurrence.Given, [Periods.Of("2026-02-01", "2026-03-01"), Periods.Of("2026-03-01", "2026-04-01")])
        }))
                .ShouldBe(["/periods/given order"]);
        Faults(Put(right.Terms with { Periods = new PeriodRule(Recurrence.Given, [null!]) })).ShouldBe(["/periods/given order"]);
    }

    private static IEnumerable<string> Faults(CycleSeries series, bool partsKnown = true) =>
        SeriesCheck.Of(series, partsKnown, new DateOnly(2026, 2, 1)).Select(fault => $"{fault.Place} {fault.Rule}");

    private static CycleSeries Series(PeriodRule periods, DateOnly firstDay) => Put(new SeriesTerms(
        "Thống kê {ky}", ACycle.Terms.Plan, ACycle.Terms.Form, periods, firstDay, new OpeningRule(new TimeOnly(8, 0), WorkingDays: -3),
        new DeadlineRules(Rule, Rule, Rule, Rule), Participants.Everyone, true, ACycle.Terms.Reminders, 1, []));

    private static CycleSeries Put(SeriesTerms terms) =>
        CycleSeries.Put(null, SeriesCode.Of("thong-ke"), terms, ACycle.Centre, ACycle.Start);
}
