using Microsoft.DurableTask.Entities;

namespace Microsoft.DurableTask.Client.Entities;

public class EntityMetadata<TState>(EntityInstanceId id)
{
    private readonly TState? state;

    public EntityMetadata(EntityInstanceId id, TState? state)
        : this(id) => (this.state, IncludesState) = (state, state is not null);

    public EntityInstanceId Id { get; } = id;

    public DateTimeOffset LastModifiedTime { get; init; }

    public int BacklogQueueSize { get; init; }

    public string? LockedBy { get; init; }

    public bool IncludesState { get; }

    public TState State => IncludesState ? state! : throw new InvalidOperationException("The state was not fetched.");
}

public sealed class EntityMetadata(EntityInstanceId id, SerializedData? state = null) : EntityMetadata<SerializedData>(id, state);
