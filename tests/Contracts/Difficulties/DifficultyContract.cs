using VksServerless.Access;
using VksServerless.Application.Difficulties;
using VksServerless.Application.Events;
using VksServerless.Application.People;
using VksServerless.Application.Units;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Storage;
using VksServerless.Storage.Difficulties;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Contracts.Difficulties;

public abstract class DifficultyContract : PortContract
{
    private static readonly UnitCode Department = UnitCode.Of("V14");
    private static readonly UnitCode Unit = Sample.Unit(1);
    private static readonly Caller Reporter = new(PersonId.Of("p-2"), "Trần Thị Bình", Role.UnitReporter, Unit);

    [Fact]
    public async Task A_difficulty_is_raised_once_with_its_event()
    {
        var raised = Raised(1);
        (await Raise(raised)).ShouldBeTrue();

        (await Raise(Raised(1, text: "Khác."))).ShouldBeFalse();

        Said((await Read(raised)).Value).ShouldBe(Said(raised));
        (await Told()).ShouldBe([DifficultyEvent.Of(raised).Id]);
    }

    [Fact]
    public async Task A_unit_raises_no_more_on_a_day_than_it_may_however_many_come_at_once()
    {
        var raised = await AtOnce(12, number => Host<IDifficulties>().Raise(
            OfThatDay(number), [DifficultyEvent.Of(OfThatDay(number))], 5, None));

        raised.Count(outcome => !outcome.Refused).ShouldBe(5);
        raised.Where(outcome => outcome.Refused).ShouldAllBe(outcome => outcome.Refusal == DifficultyRefusals.TooManyToday);
        (await All(Shelf.All)).Count.ShouldBe(5);
        var there = Enumerable.Range(0, 12).First(number => !raised[number].Refused);
        (await Host<IDifficulties>().Raise(OfThatDay(there), [], 5, None)).Value.ShouldBeFalse("it is there already");
        (await Host<IDifficulties>().Raise(OfThatDay(99), [], null, None)).Value.ShouldBeTrue();
        (await Host<IDifficulties>().Raise(Raised(1), [], 5, None)).Value.ShouldBeTrue("it is another day");

        static Difficulty OfThatDay(int number) => Difficulty.Raise(
            DifficultyId.From(PersonId.Of("p-2"), $"that day {number}"), Unit, null, Words($"Khó khăn {number}", ""), Reporter, Sample.Now);
    }

    [Fact]
    public async Task A_difficulty_of_every_state_is_read_as_it_was_written()
    {
        var difficulty = Raised(1);
        await Raise(difficulty);
        foreach (var next in EveryStep(difficulty))
        {
            (await Save(await Read(next), next)).ShouldBeTrue();
            Said((await Host<IDifficulties>().Find(next.Id, None))!.Value).ShouldBe(Said(next));
        }

        (await Told()).Count.ShouldBe(6);
    }

    [Fact]
    public async Task What_nobody_raised_is_not_there() => (await Host<IDifficulties>().Find(Raised(1).Id, None)).ShouldBeNull();

    [Fact]
    public async Task A_change_of_what_is_no_longer_so_is_not_written()
    {
        var raised = Raised(1);
        await Raise(raised);
        var read = await Read(raised);
        await Save(read, raised.Answer("Khởi động lại.", Sample.Centre, Sample.Now).Value);

        (await Save(read, raised.CloseByCentre("Trùng lặp.", Sample.Centre, Sample.Now).Value)).ShouldBeFalse();

        (await Read(raised)).Value.State.ShouldBe(DifficultyState.Answered);
        (await All(Shelf.All)).ShouldHaveSingleItem().State.ShouldBe(DifficultyState.Answered);
        (await Told()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_many_who_change_it_at_once_one_does()
    {
        var raised = Raised(1);
        await Raise(raised);

        var saved = await AtOnce(6, async number => await Save(
            (await Host<IDifficulties>().Find(raised.Id, None))! with { Value = raised },
            raised.Answer($"Hướng dẫn {number}.", Sample.Centre, Sample.Now).Value));

        saved.Count(done => done).ShouldBeGreaterThanOrEqualTo(1);
        (await All(Shelf.All)).ShouldHaveSingleItem();
        (await All(Shelf.All with { OverdueAt = DateTimeOffset.MaxValue })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_stands_once_on_every_shelf_that_it_belongs_to_and_on_no_other_whatever_was_done_with_it()
    {
        var difficulty = Raised(1);
        await Raise(difficulty);
        foreach (var now in (Difficulty[])[difficulty, .. EveryStep(difficulty)])
        {
            if (now != difficulty)
            {
                await Save(await Read(now), now);
            }

            foreach (var list in (Shelf[])[Shelf.All, new Shelf(Unit: Unit), .. now.Assignment is null ? Array.Empty<Shelf>()
                : [new Shelf(Assignee: Department)]])
            {
                Said(await All(list)).ShouldBe(Said(new[] { DifficultyEntry.Of(now) }));
                foreach (var state in Enum.GetValues<DifficultyState>())
                {
                    (await All(list with { State = state })).Count.ShouldBe(state == now.State ? 1 : 0, $"{now.State}, asked for {state}");
                }

                (await All(list with { OverdueAt = now.DueAt })).ShouldBeEmpty();
                (await All(list with { OverdueAt = now.DueAt.AddTicks(1) })).Count.ShouldBe(now.Waits ? 1 : 0);
            }

            (await All(new Shelf(Unit: Department))).ShouldBeEmpty();
            (await All(new Shelf(Assignee: Unit))).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Another_assignee_takes_it_from_the_first()
    {
        var raised = Raised(1);
        await Raise(raised);
        var assigned = raised.Assign(Department, null, null, null, Sample.Centre, Sample.Now).Value;
        await Save(await Read(raised), assigned);
        await Save(await Read(raised), assigned.Assign(UnitCode.Of("C2"), null, null, null, Sample.Centre, Sample.Now).Value);

        (await All(new Shelf(Assignee: Department))).ShouldBeEmpty();
        (await All(new Shelf(Assignee: UnitCode.Of("C2")))).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_shelf_is_read_in_pages_what_asks_for_attention_first_and_of_the_closed_the_newest()
    {
        foreach (var number in (int[])[3, 1, 4, 2, 5, 6])
        {
            var raised = Raised(number);
            await Raise(raised);
            if (number > 3)
            {
                await Save(await Read(raised), raised.CloseByCentre("Trùng lặp.", Sample.Centre, Sample.Now.AddDays(number)).Value);
            }
        }

        await Raise(Difficulty.Raise(DifficultyId.From(PersonId.Of("p-2"), "of another"), Department, null, Words("Của đơn vị khác", ""),
            Reporter, Sample.Now.AddDays(-1)));

        var (items, pages) = await AllOf(after => Host<IDifficulties>().List(new Shelf(Unit: Unit), 4, after, None));
        items.Select(entry => entry.Title).ShouldBe(["Khó khăn 1", "Khó khăn 2", "Khó khăn 3", "Khó khăn 6", "Khó khăn 5", "Khó khăn 4"]);
        pages.ShouldBe(2);
        (await AllOf(after => Host<IDifficulties>()
            .List(Shelf.All with { OverdueAt = Sample.Now.AddDays(17).AddHours(12) }, 2, after, None)))
            .Items.Select(entry => entry.Title).ShouldBe(["Của đơn vị khác", "Khó khăn 1", "Khó khăn 2"]);
    }

    [Fact]
    public async Task A_continuation_of_another_shelf_is_not_known()
    {
        foreach (var number in (int[])[1, 2])
        {
            await Raise(Raised(number));
        }

        var page = await Host<IDifficulties>().List(new Shelf(Unit: Unit), 1, null, None);
        await Should.ThrowAsync<ContinuationUnknownException>(
            () => Host<IDifficulties>().List(new Shelf(Unit: Department), 1, page.Continuation, None));
    }

    [Fact]
    public async Task A_page_costs_one_read_however_much_is_closed()
    {
        var rows = new FaultyRows(Rows, atCommit: 0, before: true);
        await Host<IDifficulties>(rows).List(Shelf.All with { State = DifficultyState.Raised }, 50, null, None);
        rows.Reads.ShouldBe(1);
    }

    private static IEnumerable<Difficulty> EveryStep(Difficulty raised)
    {
        var assigned = raised.Assign(
            Department, "Ông Minh", "Đề nghị trả lời sớm.", raised.DueAt.AddDays(3), Sample.Centre, Sample.Now.AddDays(1)).Value;
        var answered = assigned.Answer("Khởi động lại.", Sample.Centre, Sample.Now.AddDays(2)).Value;
        var reopened = answered.Reopen("Vẫn chưa được.", Reporter, Sample.Now.AddDays(3)).Value;
        var again = reopened.Answer("Cài lại.", Sample.Centre, Sample.Now.AddDays(4)).Value;
        return [assigned, answered, reopened, again, again.CloseByUnit(null, Reporter, Sample.Now.AddDays(5)).Value];
    }

    private static Difficulty Raised(int number, string text = "Đã thử trên hai máy.") => Difficulty.Raise(
        DifficultyId.From(PersonId.Of("p-2"), $"difficulty {number}"), Unit,
        new DifficultySource(Sample.Id(), FieldCode.Of("kho_khan"), number),
        Words($"Khó khăn {number}", text), Reporter, Sample.Now.AddDays(number));

    private static DifficultyWords Words(string title, string text) => DifficultyWords.Check(DifficultyArea.Software, title, text).Value;

    private async Task<bool> Raise(Difficulty difficulty) =>
        (await Host<IDifficulties>().Raise(difficulty, [DifficultyEvent.Of(difficulty)], null, None)).Value;

    private Task<bool> Save(Versioned<Difficulty> read, Difficulty next) =>
        Host<IDifficulties>().Save(read, next, [DifficultyEvent.Of(next)], None);

    private async Task<Versioned<Difficulty>> Read(Difficulty difficulty) =>
        (await Host<IDifficulties>().Find(difficulty.Id, None)).ShouldNotBeNull();

    private async Task<IReadOnlyList<DifficultyEntry>> All(Shelf shelf) =>
        (await AllOf(after => Host<IDifficulties>().List(shelf, 200, after, None))).Items;

    private async Task<IReadOnlyList<string>> Told() =>
        [.. (await Outbox.Pending(DifficultyKeys.Partition, TimeSpan.Zero, 100, None)).Select(pending => pending.Message.Id)
            .Order(StringComparer.Ordinal)];
}
