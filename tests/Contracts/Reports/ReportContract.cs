using System.Security.Cryptography;
using System.Text;
using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Application.Units;
using VksServerless.Calendars;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Contracts.Reports;

/// <summary>25 units under a province, each of which owes its report.</summary>
public abstract partial class ReportContract : PortContract
{
    private IReports Reports { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Reports = Host<IReports>();
        await Host<ICycles>().Fix(Sample.Id(), Sample.Roster(25), None);
        await Reports.CreateObligations(Sample.Obligations(25), Sample.Now, None);
        await Outbox.Forget(await Pending(), None);
    }

    [Fact]
    public async Task Who_is_not_obliged_is_not_found()
    {
        (await Reports.Find(Sample.Id(), UnitCode.Of("T01"), None)).ShouldBeNull();
        (await Reports.Find(Sample.Id(), UnitCode.Sector, None)).ShouldBeNull();
        (await Reports.Find(Sample.Id(2), Sample.Unit(1), None)).ShouldBeNull();
        (await Reports.Versions(Sample.Id(2), Sample.Unit(1), None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_obligation_is_read_by_another_host_as_it_was_written()
    {
        await Change(1, Sample.Submitted);

        var read = (await Host<IReports>().Find(Sample.Id(), Sample.Unit(1), None)).ShouldNotBeNull();

        read.Value.State.ShouldBe(new ReportState.Submitted(1, Sample.Now, Sha256.Of(new string('a', 64)))
        {
            Authors = new Authors(new DoneBy(Sample.Centre.Person, Sample.Centre.Name, Sample.Now), null),
        });
        read.Value.FirstReceivedAt.ShouldBe(Sample.Now);
        read.Value.Revision.ShouldBe(2);
    }

    [Fact]
    public async Task The_version_and_the_events_are_written_with_the_obligation()
    {
        await Change(1, Sample.Submitted);

        (await Reports.Versions(Sample.Id(), Sample.Unit(1), None)).ShouldHaveSingleItem().Number.ShouldBe(1);
        (await Events()).ShouldBe([$"{Sample.Id()}.T84-001.2.ReportSubmitted", $"{Sample.Id()}.T84.T84-001.2.NodeChanged"]);
    }

    [Fact]
    public async Task What_is_presented_stays_on_record_however_often_it_is_replaced()
    {
        for (var number = 1; number <= 11; number++)
        {
            await Change(1, Sample.Presented);
        }

        (await Host<IReports>().Presentations(Sample.Id(), Sample.Unit(1), None)).Select(presentation => presentation.Number)
            .ShouldBe(Enumerable.Range(1, 11));
        (await Host<IReports>().Presentations(Sample.Id(), Sample.Unit(2), None)).ShouldBeEmpty();
        (await Reports.Versions(Sample.Id(), Sample.Unit(1), None)).ShouldBeEmpty();
        (await Read(1)).Value.Presented.ShouldBe(
            new Presentation(11, Sample.Now, Sha256.Of(new string('b', 64)), PersonId.Of("p-1"), "Nguyễn Thị Hà", false));
        (await Events())[^1].ShouldEndWith(".ReportPresented");
    }

    [Fact]
    public async Task A_signature_is_read_with_the_version_and_with_the_obligation()
    {
        await Change(1, Sample.Presented);
        await Change(1, Sample.Signed);
        var signature = new Signature(PersonId.Of("p-3"), "Phó Viện trưởng", "Viện trưởng");

        (await Host<IReports>().Versions(Sample.Id(), Sample.Unit(1), None)).ShouldHaveSingleItem().SignedBy.ShouldBe(signature);
        (await Host<IReports>().Find(Sample.Id(), Sample.Unit(1), None))!.Value.Signing.ShouldBe(new Signing.Signed(signature));
    }

    [Fact]
    public async Task Versions_come_first_to_last_and_only_those_of_the_unit()
    {
        await Change(2, Sample.Submitted);
        for (var number = 1; number <= 11; number++)
        {
            await Change(1, Sample.Submitted);
            await Change(1, Sample.Returned);
        }

        var versions = await Host<IReports>().Versions(Sample.Id(), Sample.Unit(1), None);

        versions.Select(version => version.Number).ShouldBe(Enumerable.Range(1, 11));
    }

    [Fact]
    public async Task A_change_of_what_has_changed_writes_nothing()
    {
        var read = await Read(1);
        await Change(1, obligation => Sample.Reminded(obligation));
        var events = await Events();

        (await Reports.Save(read, Sample.Submitted(read.Value), None)).ShouldBeFalse();

        (await Read(1)).Value.State.ShouldBeOfType<ReportState.Owed>();
        (await Reports.Versions(Sample.Id(), Sample.Unit(1), None)).ShouldBeEmpty();
        (await Events()).ShouldBe(events);
    }

    [Fact]
    public async Task Of_many_who_submit_at_once_exactly_one_does()
    {
        var read = await Read(1);

        var saved = await AtOnce(8, _ => Reports.Save(read, Sample.Submitted(read.Value), None));

        saved.Count(done => done).ShouldBe(1);
        (await Reports.Versions(Sample.Id(), Sample.Unit(1), None)).Count.ShouldBe(1);
        (await Events()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task No_change_is_lost_when_many_read_and_write()
    {
        await AtOnce(6, async stage =>
        {
            while (await Read(1) is var read && !await Reports.Save(read, Sample.Reminded(read.Value, stage), None))
            {
                // Somebody was faster: read again and decide again.
            }

            return stage;
        });

        (await Read(1)).Value.Revision.ShouldBe(7);
        (await Events()).Count.ShouldBe(12);
    }

    [Fact]
    public async Task Changes_under_one_superior_are_written_together()
    {
        var changes = new List<(Versioned<Obligation>, ReportChange)>();
        for (var number = 1; number <= 25; number++)
        {
            var read = await Read(number);
            changes.Add((read, Sample.Reminded(read.Value)));
        }

        (await Reports.SaveAll(changes, None)).ShouldBeTrue();

        (await Reports.Under(Sample.Id(), Sample.Province, None)).ShouldAllBe(obligation => obligation.Revision == 2);
        (await Events()).Count.ShouldBe(50);
    }

    [Fact]
    public async Task One_stale_change_among_many_and_none_is_written()
    {
        var (first, second) = (await Read(1), await Read(2));
        await Change(2, Sample.Submitted);
        var events = await Events();

        (await Reports.SaveAll([(first, Sample.Reminded(first.Value)), (second, Sample.Reminded(second.Value))], None)).ShouldBeFalse();

        (await Read(1)).Value.Revision.ShouldBe(1);
        (await Events()).ShouldBe(events);
    }

    [Fact]
    public async Task Changes_under_different_superiors_are_not_written_together()
    {
        var (unit, province) = (await Read(1), (await Reports.Find(Sample.Id(), Sample.Province, None)).ShouldNotBeNull());

        await Should.ThrowAsync<ArgumentException>(() =>
            Reports.SaveAll([(unit, Sample.Reminded(unit.Value)), (province, Sample.Reminded(province.Value))], None));
    }

    [Fact]
    public async Task Every_obligation_is_on_exactly_one_page_with_the_etag_that_it_can_be_changed_by()
    {
        await Change(3, Sample.Submitted);
        await Reports.CreateObligations(Sample.Obligations(4, cycle: 2), Sample.Now, None);

        var (items, pages) = await AllOf(continuation => Reports.List(Sample.Id(), 10, continuation, None));

        pages.ShouldBe(3);
        items.Select(item => item.Value.Unit).Order().ShouldBe(Sample.Obligations(25).Select(one => one.Unit).Order());
        var last = items.Single(item => item.Value.Unit == Sample.Unit(25));
        (await Reports.Save(last, Sample.Submitted(last.Value), None)).ShouldBeTrue();
    }

    [Fact]
    public async Task Under_a_superior_are_its_own_units_alone()
    {
        await Change(1, Sample.Submitted);

        (await Reports.Under(Sample.Id(), Sample.Province, None)).Count.ShouldBe(25);
        (await Reports.Under(Sample.Id(), UnitCode.Sector, None)).ShouldHaveSingleItem().Unit.ShouldBe(Sample.Province);
        (await Reports.Under(Sample.Id(), Sample.Unit(1), None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_totals_count_follows_acceptance_and_return()
    {
        await Change(1, Sample.Submitted);
        (await Counted()).ShouldBeNull();

        await Change(1, obligation => Sample.Accepted(obligation, 12.5m));
        Said(await Counted()).ShouldBe(Said(Sample.Contribution(Sample.Unit(1), 12.5m)));

        await Change(1, Sample.Returned);
        (await Counted()).ShouldBeNull();

        await Change(1, Sample.Submitted);
        await Change(1, obligation => Sample.Accepted(obligation, 7m));
        Said(await Counted()).ShouldBe(Said(Sample.Contribution(Sample.Unit(1), 7m, version: 2)));
    }

    [Fact]
    public async Task What_does_not_touch_the_report_leaves_what_the_totals_count()
    {
        await Change(1, Sample.Submitted);
        await Change(1, obligation => Sample.Accepted(obligation, 12.5m));

        await Change(1, obligation => Sample.Reminded(obligation));

        (await Counted()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_state_of_a_report_stays_on_record_and_nothing_else()
    {
        await Change(2, Sample.Submitted);
        await Change(1, Sample.Submitted);
        await Change(1, obligation => Sample.Accepted(obligation, 12.5m));
        await Change(1, obligation => Sample.Reminded(obligation));
        await Change(1, Sample.Returned);

        var histories = await Host<IReports>().Histories(Sample.Id(), Sample.Province, None);

        histories.Select(change => (change.Unit, change.Revision, change.State.Name)).ShouldBe(
        [
            (Sample.Unit(1), 2, "submitted"), (Sample.Unit(1), 3, "accepted"), (Sample.Unit(1), 5, "returned"),
            (Sample.Unit(2), 2, "submitted"),
        ]);
        (await Reports.Histories(Sample.Id(), UnitCode.Sector, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_that_is_refused_leaves_no_trace_in_the_history()
    {
        var read = await Read(1);
        await Change(1, Sample.Submitted);

        (await Reports.Save(read, Sample.Submitted(read.Value), None)).ShouldBeFalse();

        (await Reports.Histories(Sample.Id(), Sample.Province, None)).Count.ShouldBe(1);
    }

    private async Task<Versioned<Obligation>> Read(int unit) =>
        (await Reports.Find(Sample.Id(), Sample.Unit(unit), None)).ShouldNotBeNull();

    private async Task Change(int unit, Func<Obligation, ReportChange> change)
    {
        var read = await Read(unit);
        (await Reports.Save(read, change(read.Value), None)).ShouldBeTrue();
    }

    private async Task<Contribution?> Counted() =>
        (await Host<ITotals>().Children(Sample.Id(), Sample.Province, None)).Single(child => child.Unit == Sample.Unit(1)).Contribution;

    private static (byte[] Bytes, string Sha256) Content(string text)
    {
        var bytes = Encoding.UTF8.GetBytes($$"""{"answers":{"loi":"{{text}}"},"adjustments":[]}""");
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
