using VksServerless.Application.Publications;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Contracts.Publications;

public abstract class OpinionReplyContract : PortContract
{
    private static readonly CycleId Cycle = CycleId.From(PersonId.Of("p-01"), "replies");

    [Fact]
    public async Task Another_host_reads_the_newest_reply_to_each_opinion_of_that_cycle()
    {
        await Save(Given("Một."), "a", "b");
        await Save(Given("Hai.", ReplyKind.Explained), "b", "c");

        var read = await Host<IOpinionReplies>().Of(Cycle, None);

        read.OrderBy(reply => reply.Key).Select(reply => (reply.Key, reply.Value)).ShouldBe(
            [("a", Given("Một.")), ("b", Given("Hai.", ReplyKind.Explained)), ("c", Given("Hai.", ReplyKind.Explained))]);
        (await Host<IOpinionReplies>().Of(CycleId.From(PersonId.Of("p-01"), "other"), None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task As_many_as_may_be_answered_at_once_are_kept_with_the_longest_reply_there_can_be()
    {
        var longest = Given(new string('"', OpinionReply.MostText));
        string[] all = [.. Enumerable.Range(0, OpinionReply.MostAtOnce).Select(number => $"{number:x16}")];

        await Save(longest, all);

        var read = await Host<IOpinionReplies>().Of(Cycle, None);
        read.Keys.ShouldBe(all, ignoreOrder: true);
        read.Values.ShouldAllBe(reply => reply == longest);
    }

    [Fact]
    public async Task A_reply_is_taken_back_and_an_absent_one_is_no_fault()
    {
        await Save(Given("Một."), "a", "b");

        await Host<IOpinionReplies>().Save(Cycle, new Dictionary<string, RecordedReply?> { ["a"] = null, ["c"] = null }, None);

        (await Host<IOpinionReplies>().Of(Cycle, None)).Keys.ShouldBe(["b"]);
    }

    private Task Save(RecordedReply reply, params string[] opinions) =>
        Host<IOpinionReplies>().Save(Cycle, opinions.ToDictionary(id => id, _ => (RecordedReply?)reply), None);

    private static RecordedReply Given(string text, ReplyKind kind = ReplyKind.Accepted) =>
        new(new OpinionReply(kind, text), PersonId.Of("p-01"), "Cục 2", Sample.Now);
}
