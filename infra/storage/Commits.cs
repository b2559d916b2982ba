using VksServerless.Storage.Events;

namespace VksServerless.Storage;

internal static class Commits
{
    /// <summary>Writes the rows and the events that follow, together; an event that is named twice is written once.</summary>
    /// <returns>The new ETags by key; null when a row was not as the writer believed it to be.</returns>
    public static async Task<IReadOnlyDictionary<string, ETag>?> TryCommit(
        this IRowStore rows, string partition, IReadOnlyList<RowWrite> writes, IEnumerable<ReportingEvent> events,
        CancellationToken cancellation)
    {
        try
        {
            return await rows.Commit(
                partition, writes, [.. events.DistinctBy(happening => happening.Id).Select(EventEnvelope.Write)], cancellation);
        }
        catch (RowConflictException)
        {
            return null;
        }
    }
}
