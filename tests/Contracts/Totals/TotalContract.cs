using VksServerless.Application.Cycles;
using VksServerless.Application.Events;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Application.Units;
using VksServerless.Calendars;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Figures;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Contracts.Totals;

/// <summary>A province and its three units; the first unit's report is accepted.</summary>
public abstract class TotalContract : PortContract
{
    private ITotals Totals { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Totals = Host<ITotals>();
        var reports = Host<IReports>();
        await Host<ICycles>().Fix(Sample.Id(), Sample.Roster(3), None);
        await reports.CreateObligations(Sample.Obligations(3), Sample.Now, None);
        foreach (var change in (Func<Obligation, ReportChange>[])[Sample.Submitted, obligation => Sample.Accepted(obligation, 12.50m)])
        {
            var read = (await reports.Find(Sample.Id(), Sample.Unit(1), None)).ShouldNotBeNull();
            await reports.Save(read, change(read.Value), None);
        }

        await Outbox.Forget(await Pending(), None);
    }

    [Fact]
    public async Task The_children_are_the_units_directly_below()
    {
        var children = await Totals.Children(Sample.Id(), Sample.Province, None);

        children.Select(child => child.Unit).ShouldBe([Sample.Unit(1), Sample.Unit(2), Sample.Unit(3)]);
        children.ShouldAllBe(child => child.Obligation != null && child.Below == null);
        Said(children[0].Contribution).ShouldBe(Said(Sample.Contribution(Sample.Unit(1), 12.50m)));
        children[1].Contribution.ShouldBeNull();
    }

    [Fact]
    public async Task The_total_below_a_unit_stands_beside_its_obligation()
    {
        await Save(await Below());

        var child = (await Host<ITotals>().Children(Sample.Id(), UnitCode.Sector, None)).ShouldHaveSingleItem();

        child.Unit.ShouldBe(Sample.Province);
        child.Obligation.ShouldNotBeNull().Unit.ShouldBe(Sample.Province);
        child.Below.ShouldNotBeNull().Completeness.ShouldBe(new Completeness(3, 1, 1, 0, 1, 0));
        child.Figures["so-may"].ShouldBe(new Figure.Sum(12.50m, 0, 1));
    }

    [Fact]
    public async Task What_a_units_own_report_brings_is_there_once_it_is_accepted()
    {
        Said(await Totals.Own(Sample.Id(), Sample.Unit(1), None)).ShouldBe(Said(Sample.Contribution(Sample.Unit(1), 12.50m)));
        (await Totals.Own(Sample.Id(), Sample.Unit(2), None)).ShouldBeNull();
        (await Totals.Own(Sample.Id(), Sample.Province, None)).ShouldBeNull();
        (await Totals.Own(Sample.Id(), UnitCode.Of("T01"), None)).ShouldBeNull();
    }

    [Fact]
    public async Task One_read_finds_all_children()
    {
        var counted = new FaultyRows(Rows, atCommit: 0, before: true);

        await Host<ITotals>(rows: counted).Children(Sample.Id(), Sample.Province, None);

        counted.Lists.ShouldBe(1);
    }

    [Fact]
    public async Task Before_the_first_there_is_no_total()
    {
        foreach (var node in (UnitCode[])[Sample.Province, UnitCode.Sector, UnitCode.Of("T01")])
        {
            var read = await Totals.Read(Sample.Id(), node, None);
            read.Value.ShouldBeNull();
            read.ETag.ShouldBe(ETag.None);
        }
    }

    [Fact]
    public async Task A_total_is_read_as_it_was_written_every_kind_of_figure_alike()
    {
        var total = new NodeTotal(
            Sample.Province,
            new SortedDictionary<string, Figure>(StringComparer.Ordinal)
            {
                ["a"] = new Figure.Sum(1.5m, -0.25m, 2),
                ["b"] = new Figure.Mean(10m, 3),
                ["c"] = new Figure.Least(0.1m, Sample.Unit(1), 2),
                ["d"] = new Figure.Greatest(79_228_162_514_264_337_593_543_950_335m, Sample.Unit(2), 2),
                ["e"] = new Figure.Tally(new SortedDictionary<string, int> { ["yes"] = 1, ["no"] = 2 }),
            },
            new Completeness(3, 2, 1, 1, 2, 0),
            new string('b', 64));

        await Save(total);

        Said((await Host<ITotals>().Read(Sample.Id(), Sample.Province, None)).Value).ShouldBe(Said(total));
    }

    [Fact]
    public async Task The_sectors_own_total_has_a_place_too()
    {
        await Save(NodeTotal.Empty(UnitCode.Sector));

        (await Host<ITotals>().Read(Sample.Id(), UnitCode.Sector, None)).Value.ShouldNotBeNull().Node.ShouldBe(UnitCode.Sector);
        (await Totals.Children(Sample.Id(), UnitCode.Sector, None)).Select(child => child.Unit).ShouldBe([Sample.Province]);
    }

    [Fact]
    public async Task The_events_of_a_total_are_written_with_it()
    {
        (await Save(await Below(), new NodeChanged(Sample.Id(), UnitCode.Sector, "T84.abc"))).ShouldBeTrue();

        (await Events()).ShouldBe([$"{Sample.Id()}.VKSTC.T84.abc.NodeChanged"]);
    }

    [Fact]
    public async Task A_total_of_what_has_changed_is_refused_and_tells_nobody()
    {
        var first = await Totals.Read(Sample.Id(), Sample.Province, None);
        var below = await Below();
        await Save(below);

        (await Totals.Save(Sample.Id(), first, NodeTotal.Empty(Sample.Province), [new NodeChanged(Sample.Id(), UnitCode.Sector, "late")],
            None)).ShouldBeFalse();

        (await Events()).ShouldBeEmpty();
        (await Totals.Read(Sample.Id(), Sample.Province, None)).Value.ShouldNotBeNull().Stamp.ShouldBe(below.Stamp);
    }

    [Fact]
    public async Task Of_many_who_write_the_same_total_exactly_one_does()
    {
        await Save(NodeTotal.Empty(Sample.Province));
        var read = await Totals.Read(Sample.Id(), Sample.Province, None);
        var below = await Below();

        var saved = await AtOnce(8, _ => Totals.Save(Sample.Id(), read, below, [], None));

        saved.Count(done => done).ShouldBe(1);
    }

    private async Task<NodeTotal> Below() => NodeTotal.Of(Sample.Province, await Totals.Children(Sample.Id(), Sample.Province, None));

    private async Task<bool> Save(NodeTotal total, params ReportingEvent[] events) =>
        await Totals.Save(Sample.Id(), await Totals.Read(Sample.Id(), total.Node, None), total, events, None);
}
