using VksServerless.Application.Calendars;
using VksServerless.Calendars;
using VksServerless.Contracts.Ports;

namespace VksServerless.Contracts.Calendars;

public abstract class CalendarContract : PortContract
{
    [Fact]
    public async Task What_was_put_is_what_another_host_reads()
    {
        var etag = await Host<ICalendars>().Put(Year(2028), ETag.None, None);
        await Host<ICalendars>().Put(Year(2027), ETag.None, None);

        var read = await Host<ICalendars>().All(None);

        read.Select(year => year.Value.Year).ShouldBe([2027, 2028]);
        etag.ShouldBe(read[1].ETag);
        Said(read[1].Value).ShouldBe(Said(Year(2028)));
    }

    [Fact]
    public async Task Nothing_was_put_before_the_first() => (await Host<ICalendars>().All(None)).ShouldBeEmpty();

    [Fact]
    public async Task A_stale_etag_changes_nothing()
    {
        var calendars = Host<ICalendars>();
        var first = (await calendars.Put(Year(2028), ETag.None, None)).ShouldNotBeNull();
        (await calendars.Put(Year(2028, "Tết"), first, None)).ShouldNotBeNull();

        (await calendars.Put(Year(2028), first, None)).ShouldBeNull();
        (await calendars.Put(Year(2028), ETag.None, None)).ShouldBeNull();

        (await calendars.All(None)).ShouldHaveSingleItem().Value.Days[0].Name.ShouldBe("Tết");
    }

    [Fact]
    public async Task Of_many_who_put_the_same_year_exactly_one_does()
    {
        var hosts = Enumerable.Range(0, 8).Select(_ => Host<ICalendars>()).ToList();

        var etags = await AtOnce(8, number => hosts[number].Put(Year(2028, $"Tết {number}"), ETag.None, None));

        var winner = etags.Index().Single(etag => etag.Item is not null).Index;
        (await Host<ICalendars>().All(None)).ShouldHaveSingleItem().Value.Days[0].Name.ShouldBe($"Tết {winner}");
    }

    private static CalendarYear Year(int year, string name = "Tết Dương lịch") => new(
        year,
        [
            new SpecialDay(new DateOnly(year, 1, 1), name),
            new SpecialDay(new DateOnly(year, 1, 6), "Làm bù", DayKind.Working, Verified: false)])
    {
        PutBy = "Cục 2",
        PutAt = Sample.Now,
    };
}
