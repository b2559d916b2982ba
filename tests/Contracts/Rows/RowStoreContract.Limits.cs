using System.Text;
using VksServerless.Storage;

namespace VksServerless.Contracts.Rows;

public abstract partial class RowStoreContract
{
    public static TheoryData<int> Sizes => [0, 1, 65535, 65536, 65537, 131072, 900 * 1024];

    public static TheoryData<string> OddNames =>
        ["", "a/b", "a\\b", "a b", "a'b", "a\"b", "a#b", "a?b", "a%b", "a~b", "a\nb", "viện", new('x', 201)];

    public static TheoryData<string> GoodNames => ["-", "_", ".", "..", "|", "0", "a|b.c-d_E", new('x', 200), new('|', 200)];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task A_body_comes_back_byte_for_byte(int size)
    {
        var body = new byte[size];
        new Random(size).NextBytes(body);

        await Commit("p", new RowWrite.Insert("k", body));

        (await Rows.Find("p", "k", None))!.Body.ToArray().ShouldBe(body);
        (await Rows.List("p", "k", None)).Single().Body.ToArray().ShouldBe(body);
    }

    [Theory]
    [InlineData("Báo cáo thống kê của Viện kiểm sát nhân dân tỉnh Thừa Thiên – Huế")]
    [InlineData("NFD: tie\u0302\u0301ng Vie\u0323\u0302t, NFC: tiếng Việt")]
    [InlineData("😀 \u202E \u0000 \uFEFF \\u0041 '\r\n--changeset_x--\r\n")]
    public async Task A_body_of_any_letters_comes_back(string text)
    {
        await Inserted("p", "k", text);
        await Commit("p", [Message("m", text)]);

        (await Found("p", "k")).ShouldBe(text);
        Text((await Outbox.Pending("p", TimeSpan.Zero, 1, None)).Single().Message.Body).ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(GoodNames))]
    public async Task Names_of_the_letters_that_are_allowed_are_taken(string name)
    {
        var id = name[..Math.Min(name.Length, RowLimits.LongestMessageId)];
        await Commit(name, [Message(id)], Insert(name, "v"));

        (await Found(name, name)).ShouldBe("v");
        (await Listed(name, name)).ShouldBe([name]);
        (await Waiting(name)).ShouldBe([id]);
    }

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task Names_of_other_letters_are_refused(string name)
    {
        await Should.ThrowAsync<ArgumentException>(() => Commit(name, Insert("k")));
        await Should.ThrowAsync<ArgumentException>(() => Commit("p", Insert(name)));
        await Should.ThrowAsync<ArgumentException>(() => Commit("p", [Message(name)]));
        await Should.ThrowAsync<ArgumentException>(() => Rows.Find(name, "k", None));
        await Should.ThrowAsync<ArgumentException>(() => Rows.Find("p", name, None));
        await Should.ThrowAsync<ArgumentException>(() => Rows.List(name, "", None));
    }

    [Fact]
    public Task A_body_that_is_too_large_is_refused() => Broken([new RowWrite.Insert("k", new byte[RowLimits.LargestBody + 1])], []);

    [Fact]
    public Task A_message_that_is_too_large_is_refused() =>
        Broken([], [new OutboxMessage("m", "s", new byte[RowLimits.LargestMessage + 1])]);

    [Fact]
    public Task A_message_whose_id_the_bus_would_not_take_is_refused() =>
        Broken([], [Message(new string('m', RowLimits.LongestMessageId + 1))]);

    [Fact]
    public Task More_than_a_hundred_changes_are_refused() =>
        Broken([.. Enumerable.Range(0, 100).Select(n => Insert($"k{n}"))], [Message("m")]);

    [Fact]
    public Task A_key_that_is_written_twice_is_refused() => Broken([Insert("k"), new RowWrite.Upsert("k", Json("v"))], []);

    [Fact]
    public Task A_message_that_is_written_twice_is_refused() => Broken([Insert("k")], [Message("m"), Message("m")]);

    [Fact]
    public Task Bodies_that_are_too_large_together_are_refused() => Broken(
        [.. Enumerable.Range(0, 4).Select(n => new RowWrite.Insert($"k{n}", new byte[RowLimits.LargestCommit / 4])), Insert("k")], []);

    [Fact]
    public async Task Bodies_that_are_just_small_enough_together_are_written()
    {
        var messages = Enumerable.Range(0, 10)
            .Select(n => new OutboxMessage(Long('m', n)[^RowLimits.LongestMessageId..], "s", new byte[RowLimits.LargestMessage]));
        var body = new byte[(RowLimits.LargestCommit - (10 * RowLimits.LargestMessage)) / 90];

        await Rows.Commit("p", [.. Enumerable.Range(0, 90).Select(n => new RowWrite.Insert(Long('k', n), body))], [.. messages], None);

        (await Listed("p")).Length.ShouldBe(90);
    }

    [Fact]
    public async Task The_largest_message_comes_back()
    {
        var body = Encoding.UTF8.GetBytes(new string('x', RowLimits.LargestMessage));

        await Commit("p", [new OutboxMessage("m", "s", body)]);

        (await Outbox.Pending("p", TimeSpan.Zero, 1, None)).Single().Message.Body.ToArray().ShouldBe(body);
    }

    private static string Long(char letter, int number) => $"{new string(letter, 190)}{number}";

    private async Task Broken(RowWrite[] writes, OutboxMessage[] messages)
    {
        await Should.ThrowAsync<ArgumentException>(() => Rows.Commit("p", writes, messages, None));
        (await Listed("p")).ShouldBeEmpty();
        (await Waiting()).ShouldBeEmpty();
    }
}
