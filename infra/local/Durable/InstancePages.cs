using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using VksServerless.Local.Storage;

namespace VksServerless.Local.Durable;

/// <summary>Orchestrations by a filter, in the order of their ids.</summary>
internal sealed class InstancePages(SqliteDatabase database, OrchestrationQuery query, Func<Instance, OrchestrationMetadata> view)
    : AsyncPageable<OrchestrationMetadata>
{
    public override async IAsyncEnumerable<Microsoft.DurableTask.Page<OrchestrationMetadata>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        var size = pageSizeHint ?? query.PageSize;
        var prefix = query.InstanceIdPrefix ?? "";
        var statuses = query.Statuses?.Select(status => status.ToString()).ToHashSet();
        for (var last = continuationToken ?? query.ContinuationToken ?? ""; ;)
        {
            var rows = database.Read(session => session.All(InstanceRows.SelectPage, InstanceRows.Map, last, prefix, Prefix.End(prefix), size));
            var more = rows.Count == size ? last = rows[^1].Id : null;
            var wanted = rows.Where(row =>
                statuses?.Contains(row.Status) != false &&
                !(row.CreatedAt < query.CreatedFrom?.UtcDateTime) &&
                !(row.CreatedAt > query.CreatedTo?.UtcDateTime));
            yield return new Microsoft.DurableTask.Page<OrchestrationMetadata>(wanted.Select(view).ToList(), more);
            if (more is null)
            {
                yield break;
            }

            await Task.Yield();
        }
    }
}
