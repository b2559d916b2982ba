namespace Microsoft.DurableTask.Entities;

public readonly record struct EntityInstanceId
{
    public EntityInstanceId(string name, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(key);
        if (name.Contains('@'))
        {
            throw new ArgumentException("An entity's name has no '@'.", nameof(name));
        }

        (Name, Key) = (name.ToLowerInvariant(), key);
    }

    public string Name { get; }

    public string Key { get; }

    public static EntityInstanceId FromString(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var parts = instanceId.Split('@', 3);
        return parts is ["", { Length: > 0 } name, var key]
            ? new(name, key)
            : throw new ArgumentException($"Instance ID '{instanceId}' is not a valid entity ID.", nameof(instanceId));
    }

    public override string ToString() => $"@{Name}@{Key}";
}
