namespace VksServerless.Local.Durable;

/// <summary>What is to be set in motion once a change to an orchestration is durable.</summary>
internal sealed class FollowUps
{
    public List<ActivityItem> Activities { get; } = [];

    public List<TimerItem> Timers { get; } = [];

    public HashSet<string> Wake { get; } = new(StringComparer.Ordinal);
}

internal sealed record ActivityItem(string Instance, long Execution, int Task, string Name, string? Input);

/// <param name="Task">-1: the orchestration's own start.</param>
internal sealed record TimerItem(string Instance, long Execution, int Task, DateTime DueAt)
{
    public const int Start = -1;
}
