using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Cycles;
using VksServerless.Application.Events;
using VksServerless.Application.Publications;
using VksServerless.Application.Reports;
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

namespace VksServerless.Contracts.Cycles;

public abstract class CycleContract : PortContract
{
    public static TheoryData<string> Phases => [.. EveryPhase().Select(cycle => cycle.Phase.Name)];

    [Fact]
    public async Task A_cycle_is_created_once()
    {
        var cycles = Host<ICycles>();
        (await cycles.Create(Sample.Cycle(), None)).ShouldBeTrue();

        (await cycles.Create(Sample.Open(), None)).ShouldBeFalse();

        (await cycles.Read(Sample.Id(), None)).ShouldNotBeNull().Value.IsDraft.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task A_cycle_of_every_phase_is_read_as_it_was_written(string phase)
    {
        var cycle = EveryPhase().Single(one => one.Phase.Name == phase);
        await Host<ICycles>().Create(cycle, None);

        var read = await Host<ICycles>().Read(cycle.Id, None);

        Said(read.ShouldNotBeNull().Value).ShouldBe(Said(cycle));
    }

    [Fact]
    public async Task What_nobody_created_is_not_there()
    {
        (await Host<ICycles>().Read(Sample.Id(), None)).ShouldBeNull();
        (await Host<ICycles>().Roster(Sample.Cycle(), None)).ShouldBeNull();
    }

    [Fact]
    public async Task The_events_of_a_change_are_written_with_it()
    {
        var cycles = Host<ICycles>();
        await cycles.Create(Sample.Cycle(), None);
        var read = (await cycles.Read(Sample.Id(), None)).ShouldNotBeNull();
        var next = read.Value.Start(Sample.Centre, Sample.Now).Value;

        (await cycles.Save(read, next, [new CycleChanged(next.Id, next.Revision)], None)).ShouldBeTrue();

        (await Events()).ShouldBe([$"{next.Id}.2.CycleChanged"]);
    }

    [Fact]
    public async Task A_change_of_what_has_changed_is_refused_and_tells_nobody()
    {
        var cycles = Host<ICycles>();
        await cycles.Create(Sample.Cycle(), None);
        var read = (await cycles.Read(Sample.Id(), None)).ShouldNotBeNull();
        await cycles.Save(read, read.Value.Start(Sample.Centre, Sample.Now).Value, [], None);

        var late = read.Value.Cancel("Nhầm", Sample.Centre, Sample.Now).Value;
        (await cycles.Save(read, late, [new CycleCancelled(late.Id, late.Revision, "Nhầm")], None)).ShouldBeFalse();

        (await Events()).ShouldBeEmpty();
        (await cycles.Read(Sample.Id(), None)).ShouldNotBeNull().Value.Phase.ShouldBeOfType<CyclePhase.Starting>();
    }

    [Fact]
    public async Task Of_many_who_change_the_same_revision_exactly_one_does()
    {
        var cycles = Host<ICycles>();
        await cycles.Create(Sample.Cycle(), None);
        var read = (await cycles.Read(Sample.Id(), None)).ShouldNotBeNull();
        var cancelled = read.Value.Cancel("Nhầm", Sample.Centre, Sample.Now).Value;

        var saved = await AtOnce(8, _ => cycles.Save(read, cancelled, [new CycleCancelled(cancelled.Id, 2, "Nhầm")], None));

        saved.Count(done => done).ShouldBe(1);
        (await Events()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_cycle_is_on_exactly_one_page()
    {
        var cycles = Host<ICycles>();
        for (var number = 1; number <= 5; number++)
        {
            await cycles.Create(Sample.Cycle(number), None);
        }

        await cycles.Fix(Sample.Id(), Sample.Roster(1), None);

        var (items, pages) = await AllOf(continuation => cycles.List(2, continuation, None));

        pages.ShouldBe(3);
        items.Select(cycle => cycle.Id.ToString()).Order()
            .ShouldBe(Enumerable.Range(1, 5).Select(number => Sample.Id(number).ToString()).Order());
    }

    [Fact]
    public async Task Whoever_fixes_the_roster_all_get_the_same_one()
    {
        var hosts = Enumerable.Range(0, 8).Select(_ => Host<ICycles>()).ToList();

        var fixedByAll = await AtOnce(8, number => hosts[number].Fix(Sample.Id(), Sample.Roster(number + 1), None));

        var kept = (await Host<ICycles>().Roster(Sample.Cycle(), None)).ShouldNotBeNull();
        fixedByAll.ShouldAllBe(roster => Said(roster) == Said(kept));
        foreach (var host in hosts)
        {
            Said(await host.Roster(Sample.Cycle(), None)).ShouldBe(Said(kept));
        }
    }

    [Fact]
    public async Task A_roster_read_back_still_knows_its_tree()
    {
        await Host<ICycles>().Fix(Sample.Id(), Sample.Roster(2), None);

        var read = (await Host<ICycles>().Roster(Sample.Cycle(), None)).ShouldNotBeNull();

        read.SuperiorOf(Sample.Unit(2)).ShouldBe(Sample.Province);
        read.SuperiorOf(UnitCode.Sector).ShouldBeNull();
        read.NameOf(Sample.Unit(1)).ShouldBe("VKSND huyện 1");
    }

    [Fact]
    public async Task A_host_that_holds_a_roster_uses_the_later_one_as_soon_as_the_cycle_names_it()
    {
        var (mine, other) = (Host(), Host());
        var (cycles, reports) = (mine.GetRequiredService<ICycles>(), mine.GetRequiredService<IReports>());
        await cycles.Create(Sample.Open(), None);
        await cycles.Fix(Sample.Id(), Sample.Roster(1), None);

        var name = await other.GetRequiredService<ICycles>().Keep(Sample.Id(), Sample.Roster(2), None);
        Said(await cycles.Roster(Sample.Open(), None)).ShouldBe(Said(Sample.Roster(1)));
        (await reports.Find(Sample.Id(), Sample.Unit(2), None)).ShouldBeNull();

        var read = (await cycles.Read(Sample.Id(), None)).ShouldNotBeNull();
        var changed = read.Value.ChangeUnits(Changed(name)).Value;
        (await other.GetRequiredService<ICycles>().Save(read, changed, [], None)).ShouldBeTrue();
        await other.GetRequiredService<IReports>().CreateObligations(Sample.Obligations(2), Sample.Now, None);

        (await reports.Find(Sample.Id(), Sample.Unit(2), None)).ShouldNotBeNull();
        Said(await cycles.Roster((await cycles.Read(Sample.Id(), None)).ShouldNotBeNull().Value, None)).ShouldBe(Said(Sample.Roster(2)));
        Said(await Host<ICycles>().Roster(changed, None)).ShouldBe(Said(Sample.Roster(2)));
        (await Host<IReports>().Find(Sample.Id(), Sample.Unit(2), None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_later_roster_that_no_cycle_names_is_nobodys()
    {
        var cycles = Host<ICycles>();
        await cycles.Create(Sample.Open(), None);
        await cycles.Fix(Sample.Id(), Sample.Roster(1), None);
        var lost = await cycles.Keep(Sample.Id(), Sample.Roster(3), None);
        var kept = await Host<ICycles>().Keep(Sample.Id(), Sample.Roster(2), None);

        kept.ShouldNotBe(lost);
        (await Host<ICycles>().Keep(Sample.Id(), Sample.Roster(2), None)).ShouldBe(kept);
        Said(await Host<ICycles>().Roster(Sample.Open().ChangeUnits(Changed(kept)).Value, None)).ShouldBe(Said(Sample.Roster(2)));
        await TamperWith($"rosters/{Sample.Id()}.{kept}");
        await Should.ThrowAsync<InvalidDataException>(() => Host<ICycles>().Roster(Sample.Open().ChangeUnits(Changed(kept)).Value, None));
    }

    private static UnitChange Changed(string roster) =>
        new(
            VietnamTime.DayOf(Sample.Now), "Chia huyện", "Cục 2", Sample.Now, roster, [new EndedUnit(Sample.Unit(1), [Sample.Unit(2)])],
            [Sample.Unit(2)]);

    private static IEnumerable<Cycle> EveryPhase()
    {
        var open = Sample.Open() with
        {
            Extensions = [new Extension([Sample.Unit(1)], Sample.Now.AddDays(20), Sample.Now.AddDays(21), "Bão số 3", "Cục 2", Sample.Now)],
            RemindedThrough = Sample.Now.AddMilliseconds(1),
            UnitChanges = [Changed(new string('c', 64))],
            UnitChangesDone = 1,
        };
        var closed = open.Close("Cục 2", Sample.Now).Value;
        var waiting = closed.AwaitApproval(Sha256.Of(new string('d', 64)), Sample.Now)
            .Approve(Sha256.Of(new string('d', 64)), Sample.Centre, Sample.Now).Value;
        return
        [
            Sample.Cycle(),
            Sample.Cycle().Start(Sample.Centre, Sample.Now).Value,
            open,
            closed,
            waiting,
            waiting.Publish(PublicationNumber.InYear(1), Sample.Now) with
            {
                Correcting = new Correction(PublicationNumber.InYear(1), "Nhầm số", "Cục 2", Sample.Now, true),
            },
            open.Cancel("Hoãn", Sample.Centre, Sample.Now).Value,
        ];
    }
}
