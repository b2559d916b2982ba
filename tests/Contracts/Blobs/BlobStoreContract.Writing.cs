using VksServerless.Storage;

namespace VksServerless.Contracts.Blobs;

public abstract partial class BlobStoreContract
{
    public static TheoryData<int> Sizes =>
        [0, 1, 4095, 4096, 4097, 128 * 1024, (128 * 1024) + 1, Mebibyte - 1, Mebibyte, Mebibyte + 1, (3 * Mebibyte) + 7];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Content_comes_back_byte_for_byte(int size)
    {
        var content = Bytes(size);

        var written = await Write("a", content);

        (written.Kept, written.Existed).ShouldBe((true, false));
        (written.Facts.Length, written.Facts.Sha256).ShouldBe((size, Sha256(content)));
        written.Facts.Head.ToArray().ShouldBe(content[..Math.Min(size, 4096)]);
        (await Read("a")).ShouldBe(content);
    }

    [Fact]
    public async Task Content_that_comes_in_drops_is_the_same_content()
    {
        var content = Bytes((2 * Mebibyte) + 11);

        var written = await Blobs.Write("a", new DroppingStream(content), _ => true, None);

        written.Facts.Sha256.ShouldBe(Sha256(content));
        written.Facts.Head.Length.ShouldBe(4096);
        (await Read("a")).ShouldBe(content);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3 * Mebibyte)]
    public async Task The_question_is_asked_once_with_the_facts_before_the_blob_is_there(int size)
    {
        var content = Bytes(size);
        var asked = new List<BlobFacts>();

        await Blobs.Write("a", new MemoryStream(content), Ask, None);

        var facts = asked.ShouldHaveSingleItem();
        (facts.Length, facts.Sha256).ShouldBe((size, Sha256(content)));

        bool Ask(BlobFacts facts)
        {
            asked.Add(facts);
            Read("a").GetAwaiter().GetResult().ShouldBeNull();
            return true;
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3 * Mebibyte)]
    public async Task Refused_content_is_not_kept_and_its_name_stays_free(int size)
    {
        var refused = await Blobs.Write("a", new MemoryStream(Bytes(size, 1)), _ => false, None);

        (refused.Kept, refused.Existed).ShouldBe((false, false));
        (await Read("a")).ShouldBeNull();
        (await Write("a", Bytes(size, 2))).Existed.ShouldBeFalse();
        (await Read("a")).ShouldBe(Bytes(size, 2));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3 * Mebibyte)]
    public async Task A_stream_that_breaks_off_leaves_nothing_and_its_name_stays_free(int size)
    {
        await Should.ThrowAsync<IOException>(() => Blobs.Write("a", new BreakingStream(Bytes(size, 1)), _ => true, None));

        (await Read("a")).ShouldBeNull();
        (await Write("a", Bytes(size, 2))).Existed.ShouldBeFalse();
        (await Read("a")).ShouldBe(Bytes(size, 2));
    }

    [Fact]
    public async Task A_question_that_fails_leaves_nothing()
    {
        await Should.ThrowAsync<InvalidOperationException>(() =>
            Blobs.Write("a", new MemoryStream(Bytes(100)), _ => throw new InvalidOperationException(), None));

        (await Read("a")).ShouldBeNull();
    }

    [Theory]
    [InlineData(100)]
    [InlineData(3 * Mebibyte)]
    public async Task A_write_that_is_called_off_leaves_nothing(int size)
    {
        using var called = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(() =>
            Blobs.Write("a", new BreakingStream(Bytes(size), called), _ => true, called.Token));

        (await Read("a")).ShouldBeNull();
    }

    [Fact]
    public async Task Much_content_takes_little_memory()
    {
        const int Length = 20 * Mebibyte;
        await Write("warm", Bytes(2 * Mebibyte));
        var content = new CountlessStream(Length);

        var written = await Blobs.Write("a", content, _ => true, None);

        written.Facts.Length.ShouldBe(Length);
        content.MostMemory.ShouldBeLessThan(8 * Mebibyte);
        await using var back = await Blobs.Open("a", None);
        (await System.Security.Cryptography.SHA256.HashDataAsync(back!)).ShouldBe(Convert.FromHexString(written.Facts.Sha256));
    }
}
