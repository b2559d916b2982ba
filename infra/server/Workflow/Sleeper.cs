namespace VksServerless.Server.Workflow;

/// <summary>A cycle between two steps of its workflow.</summary>
internal sealed class Sleeper
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>A step is being done; one at a time.</summary>
    public bool IsAwake { get; set; }

    /// <summary>Woken while it was awake: what has happened since the step was begun is yet to be looked at.</summary>
    public bool IsWokenAgain { get; set; }

    /// <summary>The traceparent of what woke it last; null when the clock did.</summary>
    public string? WokenBy { get; set; }

    /// <summary>How often the step that is due has failed.</summary>
    public int Failures { get; set; }

    /// <summary>Null: only an event wakes it.</summary>
    public DateTimeOffset? LookAgainAt { get; set; }

    public static TimeSpan WaitAfter(int failures)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(failures, 20) - 1);
        return wait < LongestWait ? wait : LongestWait;
    }
}
