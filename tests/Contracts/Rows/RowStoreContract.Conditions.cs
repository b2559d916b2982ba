using VksServerless.Storage;

namespace VksServerless.Contracts.Rows;

public abstract partial class RowStoreContract
{
    [Fact]
    public async Task An_inserted_row_is_found_as_it_was_written()
    {
        var etag = await Inserted("p", "k", "Viện kiểm sát");

        var row = (await Rows.Find("p", "k", None)).ShouldNotBeNull();
        (row.Partition, row.Key, Text(row.Body), row.ETag).ShouldBe(("p", "k", "Viện kiểm sát", etag));
    }

    [Fact]
    public async Task A_row_that_was_never_written_is_not_found() => (await Rows.Find("p", "k", None)).ShouldBeNull();

    [Fact]
    public async Task Inserting_a_row_that_exists_is_refused_and_leaves_it()
    {
        await Inserted("p", "k", "first");

        await Refused(() => Commit("p", Insert("k", "second")));

        (await Found("p", "k")).ShouldBe("first");
    }

    [Fact]
    public async Task Replacing_with_the_current_etag_writes_the_new_body()
    {
        var etag = await Inserted("p", "k", "first");

        await Commit("p", new RowWrite.Replace("k", Json("second"), etag));

        (await Found("p", "k")).ShouldBe("second");
    }

    [Fact]
    public async Task Replacing_leaves_nothing_of_a_longer_body_behind()
    {
        var etags = await Commit("p", new RowWrite.Insert("k", new byte[200_000]));

        await Commit("p", new RowWrite.Replace("k", Json("short"), etags["k"]));

        (await Found("p", "k")).ShouldBe("short");
    }

    [Fact]
    public async Task Replacing_with_a_stale_etag_is_refused_and_leaves_the_row()
    {
        var stale = await Inserted("p", "k", "first");
        await Commit("p", new RowWrite.Replace("k", Json("second"), stale));

        await Refused(() => Commit("p", new RowWrite.Replace("k", Json("third"), stale)));

        (await Found("p", "k")).ShouldBe("second");
    }

    [Fact]
    public async Task Replacing_a_row_that_is_not_there_is_refused()
    {
        var etag = await Inserted("p", "other");

        await Refused(() => Commit("p", new RowWrite.Replace("k", Json("v"), etag)));

        (await Found("p", "k")).ShouldBeNull();
    }

    [Fact]
    public async Task Upserting_writes_whatever_was_there()
    {
        await Commit("p", new RowWrite.Upsert("k", Json("first")));
        await Commit("p", new RowWrite.Upsert("k", Json("second")));

        (await Found("p", "k")).ShouldBe("second");
    }

    [Fact]
    public async Task Deleting_with_the_current_etag_removes_the_row()
    {
        var etag = await Inserted("p", "k");

        (await Commit("p", new RowWrite.Delete("k", etag))).ShouldBeEmpty();

        (await Found("p", "k")).ShouldBeNull();
    }

    [Theory]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("\"0\"")]
    [InlineData("W/\"datetime'2026-07-01T00%3A00%3A00.0000000Z'\"")]
    [InlineData("không phải")]
    public async Task An_etag_that_the_row_never_had_is_refused_whatever_it_looks_like(string text)
    {
        var etag = ETag.Of(text);
        await Inserted("p", "k", "first");

        await Refused(() => Commit("p", new RowWrite.Replace("k", Json("second"), etag)));
        await Refused(() => Commit("p", new RowWrite.Delete("k", etag)));

        (await Found("p", "k")).ShouldBe("first");
    }

    [Fact]
    public async Task Deleting_with_a_stale_etag_is_refused_and_leaves_the_row()
    {
        var stale = await Inserted("p", "k");
        await Commit("p", new RowWrite.Upsert("k", Json("second")));

        await Refused(() => Commit("p", new RowWrite.Delete("k", stale)));

        (await Found("p", "k")).ShouldBe("second");
    }

    [Fact]
    public async Task Deleting_a_row_that_is_not_there_is_refused()
    {
        var etag = await Inserted("p", "k");
        await Commit("p", new RowWrite.Delete("k", etag));

        await Refused(() => Commit("p", new RowWrite.Delete("k", etag)));
    }

    [Fact]
    public async Task The_etag_changes_with_every_write_even_of_the_same_body()
    {
        var first = await Inserted("p", "k", "same");
        var second = (await Commit("p", new RowWrite.Replace("k", Json("same"), first)))["k"];
        var third = (await Commit("p", new RowWrite.Upsert("k", Json("same"))))["k"];

        new[] { first, second, third }.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task The_etag_of_a_commit_carries_on_without_reading_again()
    {
        var etag = await Inserted("p", "k");
        etag = (await Commit("p", new RowWrite.Replace("k", Json("2"), etag)))["k"];
        etag = (await Commit("p", new RowWrite.Replace("k", Json("3"), etag)))["k"];

        (await Rows.Find("p", "k", None))!.ETag.ShouldBe(etag);
    }

    [Fact]
    public async Task A_row_made_again_does_not_take_its_former_etag()
    {
        var former = await Inserted("p", "k", "same");
        await Commit("p", new RowWrite.Delete("k", former));
        await Inserted("p", "k", "same");

        await Refused(() => Commit("p", new RowWrite.Replace("k", Json("v"), former)));
    }

    [Fact]
    public async Task The_same_key_in_two_partitions_is_two_rows()
    {
        await Inserted("p", "k", "here");
        await Inserted("q", "k", "there");

        (await Found("p", "k"), await Found("q", "k")).ShouldBe(("here", "there"));
    }

    [Fact]
    public async Task Keys_that_differ_in_case_are_two_rows()
    {
        await Commit("p", Insert("k", "small"), Insert("K", "large"));

        (await Found("p", "k"), await Found("p", "K"), await Found("P", "k")).ShouldBe(("small", "large", null));
    }
}
