using VksServerless.Local.Storage;

namespace VksServerless.Local.Durable;

/// <summary>An orchestration that is to begin.</summary>
internal sealed record Start(string Instance, string Name, string Version, string? Input)
{
    public static readonly IReadOnlySet<string> Unfinished = new HashSet<string> { "Pending", "Running", "Suspended" };

    public DateTime? At { get; init; }

    public string? Tags { get; init; }

    public ParentLink? Parent { get; init; }

    /// <param name="deduped">The states in which an instance of that id stands in the way.</param>
    public static bool IsTaken(Instance? existing, IReadOnlySet<string> deduped) => existing is not null && deduped.Contains(existing.Status);

    /// <summary>Whatever there was under that id gives way.</summary>
    public void Write(SqlSession session, DateTime now, FollowUps followUps)
    {
        var execution = (InstanceRows.Find(session, Instance)?.Execution ?? 0) + 1;
        InstanceRows.Clear(session, Instance);
        Inbox.Clear(session, Instance);
        InstanceRows.Save(session, new Instance(Instance, execution, Name, Version, "Pending")
        {
            Input = Input,
            Tags = Tags,
            CreatedAt = now,
            UpdatedAt = now,
            Parent = Parent,
        });
        if (At is { } at && at > now)
        {
            Timers.Put(session, new TimerItem(Instance, execution, TimerItem.Start, at), followUps);
            return;
        }

        Inbox.Put(session, Instance, execution, new HistoryEvent.Started());
        followUps.Wake.Add(Instance);
    }
}
