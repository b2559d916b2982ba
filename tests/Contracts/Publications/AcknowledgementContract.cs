using VksServerless.Application.Publications;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Contracts.Publications;

public abstract class AcknowledgementContract : PortContract
{
    private static readonly CycleId Cycle = CycleId.From(PersonId.Of("p-01"), "acknowledged");
    private static readonly PersonId Leader = PersonId.Of("lanh-dao@vks.example/1");
    private static readonly PersonId Other = PersonId.Of("lanh-dao@vks.example/2");

    [Fact]
    public async Task Those_of_a_publication_are_read_in_the_order_in_which_they_were_given()
    {
        await Keep(1, Other, hours: 2);
        await Keep(1, Leader, hours: 1);
        await Keep(2, Leader, hours: 3);

        (await Host<IAcknowledgements>().Of(Cycle, 1, None)).Select(one => one.Person).ShouldBe([Leader, Other]);
        (await Host<IAcknowledgements>().Of(Cycle, 3, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Those_of_a_person_are_read_over_all_publications()
    {
        await Keep(1, Leader, hours: 1);
        await Keep(2, Leader, hours: 2);
        await Keep(1, Other, hours: 3);

        (await Host<IAcknowledgements>().By(Leader, None)).Select(one => one.Sequence).ShouldBe([1, 2], ignoreOrder: true);
    }

    [Fact]
    public async Task The_first_stays()
    {
        await Keep(1, Leader, hours: 1);
        await Keep(1, Leader, hours: 2);

        (await Host<IAcknowledgements>().Of(Cycle, 1, None)).Single().At.ShouldBe(Sample.Now.AddHours(1));
    }

    private Task Keep(int sequence, PersonId person, int hours) =>
        Host<IAcknowledgements>().Keep(new(Cycle, sequence, person, "Lãnh đạo", Sample.Now.AddHours(hours)), None);
}
