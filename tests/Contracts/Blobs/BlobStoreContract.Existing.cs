using VksServerless.Storage;

namespace VksServerless.Contracts.Blobs;

public abstract partial class BlobStoreContract
{
    [Theory]
    [InlineData(100)]
    [InlineData(3 * Mebibyte)]
    public async Task What_is_there_stays_and_other_content_is_not_kept(int size)
    {
        await Write("a", Bytes(size, 1));

        var second = await Write("a", Bytes(size, 2));

        (second.Kept, second.Existed).ShouldBe((false, true));
        second.Facts.Sha256.ShouldBe(Sha256(Bytes(size, 2)));
        (await Read("a")).ShouldBe(Bytes(size, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(3 * Mebibyte)]
    public async Task The_same_content_again_counts_as_kept(int size)
    {
        await Write("a", Bytes(size));

        var second = await Write("a", Bytes(size));

        (second.Kept, second.Existed).ShouldBe((true, true));
        (await Read("a")).ShouldBe(Bytes(size));
    }

    [Fact]
    public async Task Refused_content_under_a_name_that_is_taken_is_refused_and_the_blob_stays()
    {
        await Write("a", Bytes(100, 1));

        var refused = await Blobs.Write("a", new MemoryStream(Bytes(100, 2)), _ => false, None);

        (refused.Kept, refused.Existed).ShouldBe((false, true));
        (await Read("a")).ShouldBe(Bytes(100, 1));
    }

    [Fact]
    public async Task A_stream_that_breaks_off_leaves_the_blob_that_is_there()
    {
        await Write("a", Bytes(3 * Mebibyte, 1));

        await Should.ThrowAsync<IOException>(() => Blobs.Write("a", new BreakingStream(Bytes(3 * Mebibyte, 2)), _ => true, None));

        (await Read("a")).ShouldBe(Bytes(3 * Mebibyte, 1));
    }

    [Theory]
    [InlineData(100)]
    [InlineData((2 * Mebibyte) + 5)]
    public async Task Of_many_writers_of_one_name_exactly_one_creates_it_whole(int size)
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => Write("a", Bytes(size, n)))));

        var first = written.Where(writer => !writer.Existed).ShouldHaveSingleItem();
        first.Kept.ShouldBeTrue();
        written.Count(writer => writer.Kept).ShouldBe(1);
        Sha256((await Read("a"))!).ShouldBe(first.Facts.Sha256);
    }

    [Fact]
    public async Task Of_many_writers_of_the_same_content_all_are_content()
    {
        var written = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Write("a", Bytes(100)))));

        written.Count(writer => !writer.Existed).ShouldBe(1);
        written.ShouldAllBe(writer => writer.Kept);
    }

    [Fact]
    public async Task A_reader_reads_to_the_end_while_others_write_and_read()
    {
        await Write("a", Bytes(3 * Mebibyte, 1));
        await using var reader = (await Blobs.Open("a", None)).ShouldNotBeNull();
        var start = new byte[10];
        await reader.ReadExactlyAsync(start);

        await Write("a", Bytes(3 * Mebibyte, 2));
        await Write("b", Bytes(10));
        (await Read("a"))!.Length.ShouldBe(3 * Mebibyte);

        using var rest = new MemoryStream();
        await reader.CopyToAsync(rest);
        byte[] whole = [.. start, .. rest.ToArray()];
        Sha256(whole).ShouldBe(Sha256(Bytes(3 * Mebibyte, 1)));
    }
}
