using System.Text;
using Azure.Core;
using VksServerless.Azure.Storage;
using VksServerless.Storage;

namespace VksServerless.Contracts.Azurite;

/// <summary>The client sends again what got no reply; the service then refuses what it has already done.</summary>
[Collection(OnAzurite.Name)]
public class Losing_a_reply(AzuriteServer azurite) : IAsyncLifetime
{
    private readonly FaultyTransport _line = new();
    private TableRowStore _rows = null!;

    private static CancellationToken None => CancellationToken.None;

    public async Task InitializeAsync() => _rows = await OnAzurite.Rows(azurite, _line);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_commit_that_was_done_is_told_as_done(bool withMessage)
    {
        var before = await Commit(new RowWrite.Insert("replaced", Json("0")), new RowWrite.Insert("deleted", Json("0")));
        OutboxMessage[] messages = withMessage ? [new OutboxMessage("m", "s", Json("m"))] : [];
        _line.LoseReply(IsCommit);

        var etags = await _rows.Commit(
            "p",
            [
                new RowWrite.Replace("replaced", Json("1"), before["replaced"]),
                new RowWrite.Insert("inserted", Json("1")),
                new RowWrite.Upsert("upserted", Json("1")),
                new RowWrite.Delete("deleted", before["deleted"]),
            ],
            messages,
            None);

        _line.Armed.ShouldBeFalse();
        (await _rows.List("p", "", None)).ToDictionary(row => row.Key, row => row.ETag).ShouldBe(etags, ignoreOrder: true);
        (await _rows.Pending("p", TimeSpan.Zero, 10, None)).Count.ShouldBe(messages.Length);
    }

    [Fact]
    public async Task A_replacement_alone_that_was_done_is_told_as_done()
    {
        var etag = (await Commit(new RowWrite.Insert("k", Json("0"))))["k"];
        _line.LoseReply(IsCommit);

        var replaced = await Commit(new RowWrite.Replace("k", Json("1"), etag));

        (await _rows.Find("p", "k", None))!.ETag.ShouldBe(replaced["k"]);
    }

    [Fact]
    public async Task A_message_alone_is_told_as_committed_and_waits_once()
    {
        _line.LoseReply(IsCommit);

        await _rows.Commit("p", [], [new OutboxMessage("m", "s", Json("m"))], None);

        (await _rows.Pending("p", TimeSpan.Zero, 10, None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_row_that_another_writer_has_changed_since_cannot_be_replaced_unseen()
    {
        _line.LoseReply(IsCommit, () => Commit(new RowWrite.Upsert("b", Json("another"))));

        var etags = await Commit(new RowWrite.Insert("a", Json("ours")), new RowWrite.Upsert("b", Json("ours")));

        await Should.ThrowAsync<RowConflictException>(() => Commit(new RowWrite.Replace("b", Json("unseen"), etags["b"])));
        await Commit(new RowWrite.Replace("a", Json("seen"), etags["a"]));
    }

    [Fact]
    public async Task A_commit_that_was_never_heard_of_still_meets_the_other_writer()
    {
        _line.LoseRequest(IsCommit, () => Commit(new RowWrite.Insert("k", Json("another"))));

        await Should.ThrowAsync<RowConflictException>(() => Commit(new RowWrite.Insert("k", Json("ours"))));

        Encoding.UTF8.GetString((await _rows.Find("p", "k", None))!.Body.Span).ShouldBe("\"another\"");
    }

    [Fact]
    public async Task A_deletion_alone_is_told_as_a_conflict_and_is_done()
    {
        var etag = (await Commit(new RowWrite.Insert("k", Json("0"))))["k"];
        _line.LoseReply(IsCommit);

        await Should.ThrowAsync<RowConflictException>(() => Commit(new RowWrite.Delete("k", etag)));

        (await _rows.Find("p", "k", None)).ShouldBeNull();
    }

    [Fact]
    public async Task Forgetting_messages_that_are_gone_by_then_is_no_fault()
    {
        await _rows.Commit("p", [], [new OutboxMessage("m", "s", Json("m")), new OutboxMessage("n", "s", Json("n"))], None);
        var pending = await _rows.Pending("p", TimeSpan.Zero, 10, None);
        _line.LoseReply(IsCommit);

        await _rows.Forget(pending, None);

        (await _rows.Pending("p", TimeSpan.Zero, 10, None)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(100, "")]
    [InlineData(3_000_000, "comp=blocklist")]
    [InlineData(3_000_000, "comp=block&")]
    public async Task A_blob_that_was_written_is_told_as_written(int size, string request)
    {
        var blobs = await OnAzurite.Blobs(azurite, _line);
        var content = new byte[size];
        new Random(size).NextBytes(content);
        _line.LoseReply(sent => sent.Method == RequestMethod.Put && sent.Uri.Query.Contains(request, StringComparison.Ordinal));

        var written = await blobs.Write("a", new MemoryStream(content), _ => true, None);

        _line.Armed.ShouldBeFalse();
        (written.Kept, written.Existed).ShouldBe((true, false));
        await using var back = (await blobs.Open("a", None)).ShouldNotBeNull();
        using var whole = new MemoryStream();
        await back.CopyToAsync(whole);
        whole.ToArray().ShouldBe(content);
    }

    [Fact]
    public async Task A_blob_that_was_never_heard_of_still_meets_the_other_writer()
    {
        var blobs = await OnAzurite.Blobs(azurite, _line);
        _line.LoseRequest(
            sent => sent.Method == RequestMethod.Put,
            () => blobs.Write("a", new MemoryStream([1]), _ => true, None));

        var written = await blobs.Write("a", new MemoryStream([2]), _ => true, None);

        (written.Kept, written.Existed).ShouldBe((false, true));
    }

    private static bool IsCommit(Request request) => request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);

    private static byte[] Json(string text) => Encoding.UTF8.GetBytes($"\"{text}\"");

    private Task<IReadOnlyDictionary<string, ETag>> Commit(params RowWrite[] writes) => _rows.Commit("p", writes, [], None);
}
