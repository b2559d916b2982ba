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

    public async Task Save(CycleId cycle, IReadOnlyDictionary<string, RecordedReply?> replies, CancellationToken cancellation)
    {
        var writes = new List<RowWrite>();
        foreach (var (opinion, reply) in replies)
        {
            if (reply is not null)
            {
                writes.Add(new RowWrite.Upsert(opinion, StoredJson.Write(reply)));
            }
            else if (await rows.Find(PartitionOf(cycle), opinion, cancellation) is { } row)
            {
                writes.Add(new RowWrite.Delete(opinion, row.ETag));
            }
        }

        foreach (var some in writes.Chunk(InOneCommit))
        {
            await rows.Commit(PartitionOf(cycle), some, [], cancellation);
        }
    }

    private static string PartitionOf(CycleId cycle) => $"opinion-replies|{cycle}";
}
