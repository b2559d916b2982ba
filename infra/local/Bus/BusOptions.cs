namespace VksServerless.Local.Bus;

/// <summary>How messages are handed on. The waits after a fault are the machine's time; when a scheduled message is due is told by the clock that its sender reckons by.</summary>
public sealed record BusOptions
{
    /// <summary>Deliveries side by side, for each subscription.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>The most messages that a batched trigger is given at once.</summary>
    public int LargestBatch { get; init; } = 100;

    /// <summary>After that many deliveries a message is set aside with the reason.</summary>
    public int MaxDeliveries { get; init; } = 10;

    /// <summary>Before the second delivery; doubled before every further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a message id is remembered, so that the same message sent twice is delivered once.</summary>
    public TimeSpan DuplicateWindow { get; init; } = TimeSpan.FromDays(1);

    public TimeSpan WaitAfter(int deliveries)
    {
        var wait = FirstWait.Ticks * Math.Pow(2, deliveries - 1);
        return wait < LongestWait.Ticks ? TimeSpan.FromTicks((long)wait) : LongestWait;
    }
}
