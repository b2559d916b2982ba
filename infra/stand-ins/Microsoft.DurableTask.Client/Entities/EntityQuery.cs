namespace Microsoft.DurableTask.Client.Entities;

public record EntityQuery
{
    public const int DefaultPageSize = 100;

    public string? InstanceIdStartsWith { get; init; }

    public DateTimeOffset? LastModifiedFrom { get; init; }

    public DateTimeOffset? LastModifiedTo { get; init; }

    public bool IncludeState { get; init; } = true;

    public bool IncludeTransient { get; init; }

    public int? PageSize { get; init; }

    public string? ContinuationToken { get; init; }
}

public readonly record struct CleanEntityStorageRequest
{
    public bool RemoveEmptyEntities { get; init; }

    public bool ReleaseOrphanedLocks { get; init; }

    public string? ContinuationToken { get; init; }
}

public readonly record struct CleanEntityStorageResult
{
    public int EmptyEntitiesRemoved { get; init; }

    public int OrphanedLocksReleased { get; init; }

    public string? ContinuationToken { get; init; }
}
