using VksServerless.Application.Units;
using VksServerless.Contracts.Ports;
using VksServerless.Units;

namespace VksServerless.Contracts.Units;

public abstract class DirectoryContract : PortContract
{
    [Fact]
    public async Task Before_the_first_version_there_is_the_sector_alone()
    {
        var read = await Host<IDirectoryStore>().Read(None);

        read.ETag.ShouldBe(ETag.None);
        read.Value.Units.ShouldHaveSingleItem().Code.ShouldBe(UnitCode.Sector);
    }

    [Fact]
    public async Task What_was_written_is_what_another_host_reads()
    {
        var etag = await Host<IDirectoryStore>().Replace(Directory("T84", "T79"), ETag.None, None);

        var read = await Host<IDirectoryStore>().Read(None);

        etag.ShouldBe(read.ETag);
        Said(read.Value.Units).ShouldBe(Said(Directory("T84", "T79").Units));
        read.Value.Units.Count(unit => unit.Superior == UnitCode.Sector).ShouldBe(2);
    }

    [Fact]
    public async Task A_host_that_has_read_a_version_reads_the_next_one_too()
    {
        var (mine, other) = (Host<IDirectoryStore>(), Host<IDirectoryStore>());
        var first = (await mine.Replace(Directory("T84"), ETag.None, None)).ShouldNotBeNull();
        await mine.Read(None);

        var second = await other.Replace(Directory("T79"), first, None);

        var read = await mine.Read(None);
        second.ShouldBe(read.ETag);
        read.Value.Find(UnitCode.Of("T79")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_stale_etag_changes_nothing()
    {
        var store = Host<IDirectoryStore>();
        var first = (await store.Replace(Directory("T84"), ETag.None, None)).ShouldNotBeNull();
        await store.Replace(Directory("T79"), first, None);

        (await store.Replace(Directory("T01"), first, None)).ShouldBeNull();
        (await store.Replace(Directory("T01"), ETag.None, None)).ShouldBeNull();

        (await store.Read(None)).Value.Find(UnitCode.Of("T79")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_many_who_replace_the_same_version_exactly_one_does()
    {
        var first = (await Host<IDirectoryStore>().Replace(Directory("T84"), ETag.None, None)).ShouldNotBeNull();
        var hosts = Enumerable.Range(0, 8).Select(_ => Host<IDirectoryStore>()).ToList();

        var etags = await AtOnce(8, number => hosts[number].Replace(Directory($"T{number}"), first, None));

        var winner = etags.Index().Single(etag => etag.Item is not null).Index;
        (await Host<IDirectoryStore>().Read(None)).Value.Find(UnitCode.Of($"T{winner}")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_writer_who_died_half_way_is_in_nobodys_way()
    {
        var dying = Host<IDirectoryStore>(rows: new FaultyRows(Rows, atCommit: 1, before: true));
        await Should.ThrowAsync<IOException>(() => dying.Replace(Directory("T84"), ETag.None, None));

        (await Host<IDirectoryStore>().Replace(Directory("T79"), ETag.None, None)).ShouldNotBeNull();

        (await Host<IDirectoryStore>().Read(None)).Value.Find(UnitCode.Of("T79")).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_on_record_of_changes_is_written_and_read_with_it()
    {
        var store = Host<IDirectoryStore>();
        var first = (await store.Replace(Directory("T83", "T82"), ETag.None, None)).ShouldNotBeNull();
        var changed = Directory("T83", "T82").Change(
            [new UnitLine(0, "T86-2025", "VKSND tỉnh Vĩnh Long", "province", "VKSTC", "Viện trưởng", "", "2025-07-01", "")],
            [
                new SuccessionLine(0, "T83", "T86-2025", "merge", "2025-07-01", "NQ 202"),
                new SuccessionLine(1, "T82", "T86-2025", "merge", "2025-07-01", "")],
            "Sắp xếp", "Quản trị", Sample.Now).Value;

        var etag = (await store.Replace(changed, first, None)).ShouldNotBeNull();

        foreach (var host in new[] { store, Host<IDirectoryStore>() })
        {
            var read = await host.Read(None);
            etag.ShouldBe(read.ETag);
            Said(read.Value.Changes).ShouldBe(Said(changed.Changes));
            read.Value.Find(UnitCode.Of("T83"))!.ValidTo.ShouldBe(new DateOnly(2025, 6, 30));
        }

        (await store.Replace(changed, first, None)).ShouldBeNull();
    }

    private static UnitDirectory Directory(params string[] codes) => UnitDirectory.Of(
    [
        .. UnitDirectory.Empty.Units,
        .. codes.Select(code => new Unit(
            UnitCode.Of(code), $"VKSND tỉnh {code}", UnitLevel.Province, UnitCode.Sector, "Viện trưởng", [$"{code}@vks.example"],
            new DateOnly(1976, 1, 1), code == "T84" ? new DateOnly(2025, 6, 30) : null)),
    ]);
}
