using VksServerless.Storage;

namespace VksServerless.Contracts.Blobs;

public abstract partial class BlobStoreContract
{
    public static TheoryData<string> OddNames =>
    [
        "", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "a/..", "a b", "a\\b", "a:b", "a?b", "a#b", "a%2Fb", "a\nb",
        "a\0b", "a|b", "viện", "a\u202Eb", "file:///etc/passwd", new('x', 501),
    ];

    public static TheoryData<string> GoodNames =>
        [
            "a", "A/b-c_d.e", "1/2/3", "a..b", ".hidden", "a.", "x/a.", "-", "CON", new('x', 500),
            string.Join('/', Enumerable.Repeat("ab", 166))];

    [Theory]
    [MemberData(nameof(GoodNames))]
    public async Task Names_of_the_letters_that_are_allowed_are_taken(string name)
    {
        await Write(name, [1, 2, 3]);

        (await Read(name)).ShouldBe([1, 2, 3]);
    }

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task Other_names_are_refused(string name)
    {
        await Should.ThrowAsync<ArgumentException>(() => Write(name, [1]));
        await Should.ThrowAsync<ArgumentException>(() => Blobs.Open(name, None));
        await Should.ThrowAsync<ArgumentException>(() => Blobs.Delete(name, None));
    }

    [Fact]
    public async Task Names_that_differ_in_case_or_lie_below_one_another_are_blobs_of_their_own()
    {
        string[] names = ["a", "A", "a/b", "a/b/c"];
        foreach (var name in names)
        {
            await Write(name, System.Text.Encoding.UTF8.GetBytes(name));
        }

        foreach (var name in names)
        {
            (await Read(name)).ShouldBe(System.Text.Encoding.UTF8.GetBytes(name));
        }
    }

    [Fact]
    public async Task What_was_never_written_is_not_there() => (await Blobs.Open("a", None)).ShouldBeNull();

    [Fact]
    public async Task A_deleted_blob_is_gone_and_its_name_is_free()
    {
        await Write("a", Bytes(100, 1));

        await Blobs.Delete("a", None);

        (await Read("a")).ShouldBeNull();
        (await Write("a", Bytes(100, 2))).ShouldSatisfyAllConditions(
            written => written.Kept.ShouldBeTrue(), written => written.Existed.ShouldBeFalse());
    }

    [Fact]
    public async Task Deleting_what_is_not_there_changes_nothing()
    {
        await Write("b", [1]);

        await Blobs.Delete("a", None);

        (await Read("b")).ShouldBe([1]);
    }
}
