using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Calendars;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Reports;

namespace VksServerless.Contracts.Reports;

/// <summary>120 units under a province and the province itself.</summary>
public abstract class ObligingContract : PortContract
{
    private const int Units = 120;

    [Fact]
    public async Task Creates_every_obligation_and_tells_every_unit_once()
    {
        await Host<IReports>().CreateObligations(Sample.Obligations(Units), Sample.Now, None);

        await EveryoneIsObligedOnce();
        (await Events()).Count(id => id.EndsWith(".NodeChanged", StringComparison.Ordinal))
            .ShouldBe(4, "three pages of the province, one of the sector");
    }

    [Fact]
    public async Task Twice_creates_once()
    {
        var reports = Host<IReports>();
        await reports.CreateObligations(Sample.Obligations(Units), Sample.Now, None);
        var events = await Events();

        await Host<IReports>().CreateObligations(Sample.Obligations(Units), Sample.Now, None);

        await EveryoneIsObligedOnce();
        (await Events()).ShouldBe(events);
    }

    [Fact]
    public async Task Leaves_alone_what_has_gone_on_since()
    {
        var reports = Host<IReports>();
        await Host<ICycles>().Fix(Sample.Id(), Sample.Roster(1), None);
        await reports.CreateObligations(Sample.Obligations(1), Sample.Now, None);
        var read = (await reports.Find(Sample.Id(), Sample.Unit(1), None)).ShouldNotBeNull();
        await reports.Save(read, Sample.Submitted(read.Value), None);

        await reports.CreateObligations(Sample.Obligations(1), Sample.Now, None);

        (await reports.Find(Sample.Id(), Sample.Unit(1), None)).ShouldNotBeNull().Value.State.ShouldBeOfType<ReportState.Submitted>();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public async Task Begun_again_after_a_fault_completes_what_was_half_done(int commit, bool before)
    {
        var dying = Host<IReports>(rows: new FaultyRows(Rows, commit, before));
        await Should.ThrowAsync<IOException>(() => dying.CreateObligations(Sample.Obligations(Units), Sample.Now, None));

        await Host<IReports>().CreateObligations(Sample.Obligations(Units), Sample.Now, None);

        await EveryoneIsObligedOnce();
    }

    [Fact]
    public async Task Completes_what_was_done_for_some_of_the_units()
    {
        var all = Sample.Obligations(Units);
        await Host<IReports>().CreateObligations([.. all.Where((_, index) => index % 3 == 0)], Sample.Now, None);

        await Host<IReports>().CreateObligations(all, Sample.Now, None);

        await EveryoneIsObligedOnce();
    }

    [Fact]
    public async Task By_several_hosts_at_once_creates_once()
    {
        var hosts = Enumerable.Range(0, 4).Select(_ => Host<IReports>()).ToList();

        await AtOnce(4, async number =>
        {
            await hosts[number].CreateObligations(Sample.Obligations(Units), Sample.Now, None);
            return true;
        });

        await EveryoneIsObligedOnce();
    }

    private async Task EveryoneIsObligedOnce()
    {
        var expected = Sample.Obligations(Units);
        var (items, _) = await AllOf(continuation => Host<IReports>().List(Sample.Id(), 1000, continuation, None));
        items.Select(item => item.Value).OrderBy(one => one.Unit).ShouldBe(expected.OrderBy(one => one.Unit));
        var told = (await Events()).Where(id => id.EndsWith(".UnitObliged", StringComparison.Ordinal));
        told.ShouldBe(expected.Select(one => $"{one.Cycle}.{one.Unit}.1.UnitObliged").Order(StringComparer.Ordinal));
        var outbox = await Pending();
        outbox.Select(pending => pending.Message.Id).Distinct().Count().ShouldBe(outbox.Count);
    }
}
