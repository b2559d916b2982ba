using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Storage.Publications;

/// <summary>A row for each opinion that was answered, all of a cycle in one partition.</summary>
internal sealed class OpinionReplyStore(IRowStore rows) : IOpinionReplies
{
    /// <summary>Of the longest reply there can be, in letters of six bytes, so many stay below what one commit takes.</summary>
    private const int InOneCommit = 50;

    public async Task<IReadOnlyDictionary<string, RecordedReply>> Of(CycleId cycle, CancellationToken cancellation)
    {
        var found = await rows.List(PartitionOf(cycle), "", cancellation);
        return found.ToDictionary(row => row.Key, row => StoredJson.Read<RecordedReply>(row.Body));
    }

    public async Task Save(CycleId cycle, IReadOnlyCollection<string> opinions, RecordedReply reply, CancellationToken cancellation)
    {
        var body = StoredJson.Write(reply);
        foreach (var some in opinions.Chunk(InOneCommit))
        {
            await rows.Commit(PartitionOf(cycle), [.. some.Select(opinion => new RowWrite.Upsert(opinion, body))], [], cancellation);
        }
    }

    private static string PartitionOf(CycleId cycle) => $"opinion-replies|{cycle}";
}
