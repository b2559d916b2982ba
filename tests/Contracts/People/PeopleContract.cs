using VksServerless.Application.People;
using VksServerless.Contracts.Ports;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Contracts.People;

public abstract class PeopleContract : PortContract
{
    [Fact]
    public async Task Before_the_first_version_there_is_nobody()
    {
        var read = await Host<IPeople>().Read(None);

        read.ETag.ShouldBe(ETag.None);
        read.Value.People.ShouldBeEmpty();
        (await Host<IPeople>().Find(PersonId.Of("an"), None)).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_written_is_what_another_host_reads()
    {
        var register = PeopleRegister.Of(
        [
            new Person(
                PersonId.Of("binh"), "Lê Thị Bình", "binh@vks.example",
                [
                    new Post(Role.UnitReporter, UnitCode.Of("T84"), new DateOnly(2018, 1, 1), new DateOnly(2018, 6, 30)),
                    new Post(
                        Role.UnitHead, UnitCode.Of("T84"), new DateOnly(2018, 7, 1), new DateOnly(2018, 8, 31), PersonId.Of("an")),
                ]),
            new Person(PersonId.Of("an"), "Trần Văn An", null, [new Post(Role.UnitHead, UnitCode.Of("T84"), new DateOnly(2018, 1, 1))]),
        ]);

        var etag = await Host<IPeople>().Replace(register, ETag.None, None);

        var read = await Host<IPeople>().Read(None);
        etag.ShouldBe(read.ETag);
        Said(read.Value.People).ShouldBe(Said(register.People));
        Said(await Host<IPeople>().Find(PersonId.Of("binh"), None)).ShouldBe(Said(register.People[0]));
        (await Host<IPeople>().Find(PersonId.Of("cuc"), None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_host_that_has_read_a_version_knows_who_came_and_who_went_with_the_next_one()
    {
        var (mine, other) = (Host<IPeople>(), Host<IPeople>());
        var first = (await mine.Replace(Register("an", "binh"), ETag.None, None)).ShouldNotBeNull();
        (await mine.Find(PersonId.Of("an"), None)).ShouldNotBeNull();

        var second = await other.Replace(Register("binh", "cuc"), first, None);

        second.ShouldBe((await mine.Read(None)).ETag);
        (await mine.Find(PersonId.Of("an"), None)).ShouldBeNull();
        (await mine.Find(PersonId.Of("cuc"), None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_stale_etag_changes_nothing()
    {
        var people = Host<IPeople>();
        var first = (await people.Replace(Register("an"), ETag.None, None)).ShouldNotBeNull();
        await people.Replace(Register("binh"), first, None);

        (await people.Replace(Register("cuc"), first, None)).ShouldBeNull();
        (await people.Replace(Register("cuc"), ETag.None, None)).ShouldBeNull();

        (await people.Read(None)).Value.People.ShouldHaveSingleItem().Id.ShouldBe(PersonId.Of("binh"));
    }

    [Fact]
    public async Task Of_many_who_replace_the_same_version_exactly_one_does()
    {
        var first = (await Host<IPeople>().Replace(Register("an"), ETag.None, None)).ShouldNotBeNull();
        var hosts = Enumerable.Range(0, 8).Select(_ => Host<IPeople>()).ToList();

        var etags = await AtOnce(8, number => hosts[number].Replace(Register($"p-{number}"), first, None));

        var winner = etags.Index().Single(etag => etag.Item is not null).Index;
        (await Host<IPeople>().Read(None)).Value.People.ShouldHaveSingleItem().Id.ShouldBe(PersonId.Of($"p-{winner}"));
    }

    [Fact]
    public async Task A_writer_who_died_half_way_is_in_nobodys_way()
    {
        var dying = Host<IPeople>(rows: new FaultyRows(Rows, atCommit: 1, before: true));
        await Should.ThrowAsync<IOException>(() => dying.Replace(Register("an"), ETag.None, None));

        (await Host<IPeople>().Replace(Register("binh"), ETag.None, None)).ShouldNotBeNull();

        (await Host<IPeople>().Read(None)).Value.People.ShouldHaveSingleItem().Id.ShouldBe(PersonId.Of("binh"));
    }

    private static PeopleRegister Register(params string[] ids) => PeopleRegister.Of(
    [
        .. ids.Select(id => new Person(
            PersonId.Of(id), $"Cán bộ {id}", null, [new Post(Role.Centre, UnitCode.Of("C2"), new DateOnly(2018, 1, 1))])),
    ]);
}
