using VksServerless.Storage;

namespace VksServerless.Contracts.Rows;

public abstract partial class RowStoreContract
{
    private static readonly string[] OddKeys =
        [
            "a", "B", "b", "A", "_", "-", ".", "|", "0", "9", "10", "Z", "z", "a|", "a|b", "a-", "a.", "a_", "aA", "aa", "ab", "a0", "||",
            "a||"];

    [Fact]
    public async Task Rows_are_listed_in_ordinal_order_of_their_keys()
    {
        await Commit("p", [.. OddKeys.Select(key => Insert(key))]);

        (await Listed("p")).ShouldBe(OddKeys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a|")]
    [InlineData("|")]
    [InlineData("1")]
    [InlineData("B")]
    [InlineData("zz")]
    public async Task Only_keys_that_begin_with_the_prefix_are_listed(string prefix)
    {
        await Commit("p", [.. OddKeys.Select(key => Insert(key))]);

        (await Listed("p", prefix)).ShouldBe(
            OddKeys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task The_first_rows_are_the_beginning_of_the_list(int most)
    {
        await Commit("p", [.. OddKeys.Select(key => Insert(key))]);
        await Inserted("p|", "a0");

        (await Rows.First("p", "a", null, most, None)).Select(row => row.Key).ShouldBe((await Listed("p", "a")).Take(most));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("")]
    public async Task The_first_rows_behind_a_key_go_on_where_it_stood_whether_it_is_there_or_not(string prefix)
    {
        await Commit("p", [.. OddKeys.Select(key => Insert(key))]);
        await Inserted("p|", "a0");
        var listed = await Listed("p", prefix);

        foreach (var after in (string[])[.. listed, "A", "a0", "zzz"])
        {
            (await Rows.First("p", prefix, after, 2, None)).Select(row => row.Key)
                .ShouldBe(listed.Where(key => string.CompareOrdinal(key, after) > 0).Take(2), customMessage: after);
        }
    }

    [Fact]
    public async Task Only_the_rows_of_the_partition_are_listed()
    {
        await Inserted("p", "mine");
        await Inserted("p|", "longer");
        await Inserted("o", "before");

        (await Listed("p")).ShouldBe(["mine"]);
    }

    [Fact]
    public async Task More_rows_than_a_page_holds_are_listed_all()
    {
        await Many("p", 1010);

        (await Listed("p")).ShouldBe(Enumerable.Range(0, 1010).Select(n => $"k{n:D4}"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task Pages_follow_one_another_without_a_gap_or_an_overlap(int size)
    {
        string[] partitions = ["u|1", "u|10", "u|2", "u|B", "u|a", "u||"];
        foreach (var partition in partitions)
        {
            await Commit(partition, [Message($"m-{partition}")], Insert("r|1"), Insert("r|2"), Insert("r|10"), Insert("s|1"));
        }

        await Inserted("t", "r|1");
        await Inserted("u", "r|1");
        await Inserted("v|1", "r|1");

        (await Scanned("u|", "r|", size)).ShouldBe(
            from partition in partitions.Order(StringComparer.Ordinal)
            from key in new[] { "r|1", "r|10", "r|2" }
            select (partition, key));
    }

    [Fact]
    public async Task Empty_prefixes_scan_everything_but_the_outbox()
    {
        await Commit("b", [Message("m")], Insert("k"));
        await Commit("A", [Message("m")], Insert("z"), Insert("K"));

        (await Scanned("", "", 2)).ShouldBe([("A", "K"), ("A", "z"), ("b", "k")]);
    }

    [Fact]
    public async Task Every_page_but_the_last_is_full()
    {
        await Many("p|1", 25);
        await Many("p|2", 25);

        var first = await Rows.Scan("p|", "k", 40, null, None);
        var second = await Rows.Scan("p|", "k", 40, first.Continuation, None);

        (first.Rows.Count, second.Rows.Count, second.Continuation).ShouldBe((40, 10, null));
    }

    [Fact]
    public async Task A_scan_reads_whole_rows()
    {
        var etag = await Inserted("p", "k", "Viện");

        var row = (await Rows.Scan("p", "", 10, null, None)).Rows.Single();
        (row.Partition, row.Key, Text(row.Body), row.ETag).ShouldBe(("p", "k", "Viện", etag));
    }

    [Fact]
    public async Task A_row_that_is_removed_between_two_pages_breaks_nothing()
    {
        await Many("p", 5);
        var first = await Rows.Scan("p", "", 2, null, None);
        foreach (var row in (await Rows.List("p", "", None)).Skip(1).Take(2))
        {
            await Commit("p", new RowWrite.Delete(row.Key, row.ETag));
        }

        (await Rows.Scan("p", "", 10, first.Continuation, None)).Rows.Select(row => row.Key).ShouldBe(["k0003", "k0004"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public Task A_page_of_another_size_is_refused(int size) =>
        Should.ThrowAsync<ArgumentOutOfRangeException>(() => Rows.Scan("p", "", size, null, None));

    private async Task Many(string partition, int count)
    {
        foreach (var keys in Enumerable.Range(0, count).Select(n => $"k{n:D4}").Chunk(100))
        {
            await Commit(partition, [.. keys.Select(key => Insert(key))]);
        }
    }

    private async Task<List<(string, string)>> Scanned(string partitionPrefix, string keyPrefix, int size)
    {
        var seen = new List<(string, string)>();
        string? continuation = null;
        do
        {
            var page = await Rows.Scan(partitionPrefix, keyPrefix, size, continuation, None);
            page.Rows.Count.ShouldBeLessThanOrEqualTo(size);
            seen.AddRange(page.Rows.Select(row => (row.Partition, row.Key)));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return seen;
    }
}
