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
        var writes = replies.Where(reply => reply.Value is not null)
            .Select(reply => (RowWrite)new RowWrite.Upsert(reply.Key, StoredJson.Write(reply.Value!)));
        foreach (var some in writes.Chunk(InOneCommit))
        {
            await rows.Commit(PartitionOf(cycle), some, [], cancellation);
        }

        await Remove(cycle, [.. replies.Where(reply => reply.Value is null).Select(reply => reply.Key)], cancellation);
    }

    /// <summary>Until none of them is left: what one try could not take out, or did without hearing so, the next one sees.</summary>
    private async Task Remove(CycleId cycle, HashSet<string> opinions, CancellationToken cancellation)
    {
        while (opinions.Count > 0 && (await rows.List(PartitionOf(cycle), "", cancellation))
            .Where(row => opinions.Contains(row.Key)).ToList() is { Count: > 0 } left)
        {
            foreach (var some in left.Chunk(InOneCommit))
            {
                await rows.TryCommit(PartitionOf(cycle), [.. some.Select(row => new RowWrite.Delete(row.Key, row.ETag))], [], cancellation);
            }
        }
    }

    private static string PartitionOf(CycleId cycle) => $"opinion-replies|{cycle}";
}
