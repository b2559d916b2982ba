using VksServerless.Storage;

namespace VksServerless.Contracts.Rows;

public abstract partial class RowStoreContract
{
    [Fact]
    public async Task All_kinds_of_writes_go_together()
    {
        var before = await Commit("p", Insert("replaced"), Insert("deleted"));

        var after = await Commit(
            "p",
            [Message("m")],
            Insert("inserted", "1"),
            new RowWrite.Replace("replaced", Json("2"), before["replaced"]),
            new RowWrite.Upsert("upserted", Json("3")),
            new RowWrite.Delete("deleted", before["deleted"]));

        after.Keys.ShouldBe(["inserted", "replaced", "upserted"], ignoreOrder: true);
        (await Listed("p")).ShouldBe(["inserted", "replaced", "upserted"]);
        foreach (var row in await Rows.List("p", "", None))
        {
            row.ETag.ShouldBe(after[row.Key]);
        }

        (await Waiting()).ShouldBe(["m"]);
    }

    [Fact]
    public async Task One_condition_that_does_not_hold_undoes_all_the_others()
    {
        var stale = await Inserted("p", "k050", "first");
        await Commit("p", new RowWrite.Upsert("k050", Json("second")));
        var writes = Enumerable.Range(0, 98).Where(n => n != 50).Select(n => (RowWrite)Insert($"k{n:D3}"));

        await Refused(() => Commit("p", [Message("m")], [.. writes, new RowWrite.Replace("k050", Json("third"), stale)]));

        (await Listed("p")).ShouldBe(["k050"]);
        (await Found("p", "k050")).ShouldBe("second");
        (await Waiting()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hundred_writes_go_together()
    {
        var etags = await Commit("p", [.. Enumerable.Range(0, 100).Select(n => Insert($"k{n:D3}", $"{n}"))]);

        etags.Count.ShouldBe(100);
        (await Listed("p")).Length.ShouldBe(100);
        (await Found("p", "k099")).ShouldBe("99");
    }

    [Fact]
    public async Task Fifty_writes_and_fifty_messages_go_together()
    {
        await Commit(
            "p",
            [.. Enumerable.Range(0, 50).Select(n => Message($"m{n:D2}"))],
            [.. Enumerable.Range(0, 50).Select(n => Insert($"k{n:D2}"))]);

        ((await Listed("p")).Length, (await Waiting()).Length).ShouldBe((50, 50));
    }

    [Fact]
    public async Task Nothing_to_write_is_written_without_ado() => (await Commit("p")).ShouldBeEmpty();

    [Fact]
    public async Task Of_many_writers_with_the_same_etag_exactly_one_wins()
    {
        var etag = await Inserted("p", "k", "start");

        var won = await Winners(12, n => Commit("p", [Message($"m{n}")], new RowWrite.Replace("k", Json($"{n}"), etag)));

        won.Length.ShouldBe(1);
        (await Found("p", "k")).ShouldBe($"{won[0]}");
        (await Waiting()).ShouldBe([$"m{won[0]}"]);
    }

    [Fact]
    public async Task Of_many_writers_of_a_new_row_exactly_one_wins()
    {
        var won = await Winners(12, n => Commit("p", Insert("k", $"{n}"), Insert($"k{n}")));

        won.Length.ShouldBe(1);
        (await Listed("p")).ShouldBe(["k", $"k{won[0]}"]);
    }

    [Fact]
    public async Task Writers_that_load_and_decide_again_lose_no_update()
    {
        await Inserted("p", "count", "0");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < 5;)
            {
                var row = (await Rows.Find("p", "count", None))!;
                var next = int.Parse(Text(row.Body), System.Globalization.CultureInfo.InvariantCulture) + 1;
                try
                {
                    await Commit("p", new RowWrite.Replace("count", Json($"{next}"), row.ETag));
                    done++;
                }
                catch (RowConflictException)
                {
                    // Another writer was faster: once more.
                }
            }
        })));

        (await Found("p", "count")).ShouldBe("20");
    }

    private static async Task<int[]> Winners(int writers, Func<int, Task> write)
    {
        var won = await Task.WhenAll(Enumerable.Range(0, writers).Select(n => Task.Run(async () =>
        {
            try
            {
                await write(n);
                return true;
            }
            catch (RowConflictException)
            {
                return false;
            }
        })));
        return [.. Enumerable.Range(0, writers).Where(n => won[n])];
    }
}
