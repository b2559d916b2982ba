using VksServerless.Application.Calendars;
using VksServerless.Application.Cycles;
using VksServerless.Calendars;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;

namespace VksServerless.Contracts.Cycles;

public abstract class SeriesContract : PortContract
{
    [Fact]
    public async Task What_was_saved_is_what_another_host_reads()
    {
        var series = Series("thang").Hindered(SeriesRefusals.WaitsForParts(SeriesCode.Of("ngay")), Sample.Now);
        var etag = await Host<ISeries>().Save(series, ETag.None, None);

        var read = (await Host<ISeries>().Read(series.Code, None)).ShouldNotBeNull();

        etag.ShouldBe(read.ETag);
        Said(read.Value).ShouldBe(Said(series));
        read.Value.IdOf(read.Value.Next!).ShouldBe(series.IdOf(series.Next!));
        (await Host<ISeries>().Read(SeriesCode.Of("quy"), None)).ShouldBeNull();
    }

    [Fact]
    public async Task All_of_them_come_by_code()
    {
        foreach (var code in new[] { "thang", "nam-cua-nganh", "quy" })
        {
            await Host<ISeries>().Save(Series(code), ETag.None, None);
        }

        (await Host<ISeries>().All(None)).Select(one => one.Value.Code.ToString()).ShouldBe(["nam-cua-nganh", "quy", "thang"]);
    }

    [Fact]
    public async Task A_stale_etag_changes_nothing()
    {
        var store = Host<ISeries>();
        var series = Series("thang");
        var first = (await store.Save(series, ETag.None, None)).ShouldNotBeNull();
        (await store.Save(series.Opened(series.Next!), first, None)).ShouldNotBeNull();

        (await store.Save(series.Stop("Thôi", Sample.Centre, Sample.Now), first, None)).ShouldBeNull();
        (await store.Save(series, ETag.None, None)).ShouldBeNull();

        (await store.Read(series.Code, None)).ShouldNotBeNull().Value.Latest.ShouldNotBeNull().Cycle.ShouldBe(series.IdOf(series.Next!));
    }

    [Fact]
    public async Task Of_many_who_move_it_on_exactly_one_does()
    {
        var series = Series("thang");
        var first = (await Host<ISeries>().Save(series, ETag.None, None)).ShouldNotBeNull();
        var hosts = Enumerable.Range(0, 8).Select(_ => Host<ISeries>()).ToList();

        var etags = await AtOnce(8, number => hosts[number].Save(series.Opened(series.Next!), first, None));

        etags.Count(etag => etag is not null).ShouldBe(1);
    }

    private static CycleSeries Series(string code)
    {
        var terms = Sample.Cycle().Terms;
        var rule = new DeadlineRule(DeadlineAnchor.PeriodEnd, 5, new TimeOnly(16, 0));
        return CycleSeries.Put(
            null,
            SeriesCode.Of(code),
            new SeriesTerms(
                "Thống kê {ky}", terms.Plan, terms.Form, new PeriodRule(Recurrence.ProcuracyHalfYear), new DateOnly(2026, 7, 1),
                new OpeningRule(new TimeOnly(8, 0), WorkingDays: -3),
                new DeadlineRules(rule, rule, rule, rule), terms.Participants, true, terms.Reminders, 1, terms.Recipients),
            Sample.Centre,
            Sample.Now);
    }
}
