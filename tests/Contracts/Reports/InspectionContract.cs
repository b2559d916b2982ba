using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Contracts.Ports;
using VksServerless.Reports;

namespace VksServerless.Contracts.Reports;

public abstract class InspectionContract : PortContract
{
    private static readonly IReadOnlyList<Obligation> Obligations = Sample.Obligations(12);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Host<ICycles>().Fix(Sample.Id(), Sample.Roster(12), None);
    }

    [Fact]
    public async Task A_check_is_read_by_another_host_as_it_was_written_with_its_event()
    {
        var (report, made) = (Obligations[1], Made(1, 1));
        (await Host<IInspections>().Add(report, made, None)).ShouldBeTrue();

        (await Host<IInspections>().Of(report, None)).ShouldHaveSingleItem().ShouldBe(made);
        (await Host<IInspections>().Of(Obligations[2], None)).ShouldBeEmpty();
        (await Events()).ShouldBe([made.Happened(report).Id]);
    }

    [Fact]
    public async Task A_number_is_given_once_however_many_come_at_once()
    {
        var report = Obligations[1];

        var written = await AtOnce(6, number => Host<IInspections>().Add(report, Made(1, 1, $"Lần {number}"), None));

        written.Count(done => done).ShouldBe(1);
        var winner = (await Host<IInspections>().Of(report, None)).ShouldHaveSingleItem();
        winner.Text.ShouldBe($"Lần {written.Index().Single(done => done.Item).Index}");
        (await Events()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task All_of_a_cycle_are_found_those_of_a_unit_first_to_last()
    {
        foreach (var (unit, number) in (IEnumerable<(int, int)>)[.. Enumerable.Range(1, 11).Select(number => (3, number)), (10, 1), (0, 1)])
        {
            (await Host<IInspections>().Add(Obligations[unit], Made(unit, number), None)).ShouldBeTrue();
        }

        var all = await Host<IInspections>().All(Sample.Id(), None);

        all.Count.ShouldBe(13);
        all.Where(made => made.Unit == Obligations[3].Unit).Select(made => made.Number).ShouldBe(Enumerable.Range(1, 11));
        (await Host<IInspections>().All(Sample.Id(2), None)).ShouldBeEmpty();
    }

    private static Inspection Made(int unit, int number, string text = "Thiếu biên bản.") => new(
        Obligations[unit].Unit, number, 1, Sha256.Of(new string('a', 64)), InspectionFinding.Lacking, text, PersonId.Of("p-7"),
        "Ngô Thanh Tra", Sample.Now, new string('b', 32));
}
