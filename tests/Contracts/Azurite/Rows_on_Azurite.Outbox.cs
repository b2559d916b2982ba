using VksServerless.Storage;

namespace VksServerless.Contracts.Azurite;

public partial class Rows_on_Azurite
{
    [Fact]
    public async Task A_message_waits_with_all_that_it_says()
    {
        await Commit("p", [new OutboxMessage("m|1", "report-accepted", Json("Đã nhận"))], Insert("k"));

        var pending = (await Pending()).Single();
        (pending.Partition, pending.Message.Id, pending.Message.Subject, Text(pending.Message.Body))
            .ShouldBe(("p", "m|1", "report-accepted", "Đã nhận"));
    }

    [Fact]
    public async Task A_refused_commit_leaves_no_message()
    {
        await Inserted("p", "k");

        await Refused(() => Commit("p", [Message("m")], Insert("k")));

        (await Waiting()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_is_no_row()
    {
        await Commit("p", [Message("k")]);

        (await Listed("p")).ShouldBeEmpty();
        (await Rows.Find("p", "k", None)).ShouldBeNull();
        (await Rows.Scan("p", "", 10, null, None)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_outbox_of_the_partition_asked_for_is_read()
    {
        await Commit("u|1", [Message("a")]);
        await Commit("u|2", [Message("b")]);
        await Commit("u", [Message("c")]);
        await Commit("v", [Message("d")]);

        (await Waiting("u|")).ShouldBeEmpty();
        (await Waiting("u|2")).ShouldBe(["b"]);
        (await Waiting("u")).ShouldBe(["c"]);
    }

    [Fact]
    public async Task The_oldest_message_comes_first()
    {
        await Commit("p", [Message("z")]);
        await Commit("p", [Message("y")]);
        await Commit("p", [Message("x"), Message("w")]);

        (await Waiting()).ShouldBe(["z", "y", "x", "w"]);
        (await Waiting(size: 2)).ShouldBe(["z", "y"]);
    }

    [Fact]
    public async Task A_forgotten_message_is_gone_and_the_rows_stay()
    {
        await Commit("p", [Message("m"), Message("n")], Insert("k"));
        var pending = await Pending();

        await Outbox.Forget([pending[0]], None);

        (await Waiting()).ShouldBe(["n"]);
        (await Listed("p")).ShouldBe(["k"]);
    }

    [Fact]
    public async Task Messages_of_several_partitions_are_forgotten_at_once()
    {
        await Commit("p", [.. Enumerable.Range(0, 100).Select(n => Message($"a{n}"))]);
        await Commit("p", [.. Enumerable.Range(0, 30).Select(n => Message($"b{n}"))]);
        await Commit("q", [Message("c")]);

        await Outbox.Forget([.. await Pending("p", 1000), .. await Pending("q")], None);

        (await Waiting()).ShouldBeEmpty();
        (await Waiting("q")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Forgetting_again_passes_over_what_is_gone_and_forgets_the_rest()
    {
        await Commit("p", [Message("a"), Message("b"), Message("c")]);
        var pending = await Pending();
        await Outbox.Forget([pending[1]], None);

        await Outbox.Forget(pending, None);
        await Outbox.Forget(pending, None);
        await Outbox.Forget([], None);

        (await Waiting()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_named_twice_is_forgotten_once()
    {
        await Commit("p", [Message("a"), Message("b")]);
        var pending = await Pending(size: 1);

        await Outbox.Forget([pending[0], pending[0]], None);

        (await Waiting()).ShouldBe(["b"]);
    }

    [Fact]
    public async Task A_commit_of_messages_alone_is_a_commit()
    {
        (await Commit("p", [Message("m")])).ShouldBeEmpty();

        (await Waiting()).ShouldBe(["m"]);
    }
}
