namespace VksServerless.Application.Events;

/// <summary>A message that failed and is to come again.</summary>
public sealed record Redelivery(EventMessage Message, DateTimeOffset DueAt)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>About a day: an outage may last that long.</summary>
    private static readonly int MostAttempts = (int)(TimeSpan.FromDays(1) / LongestWait);

    /// <returns>Null when it has failed too often.</returns>
    public static Redelivery? After(EventMessage failed, DateTimeOffset now)
    {
        var attempt = failed.Attempt + 1;
        return attempt > MostAttempts ? null : new Redelivery(failed with { Attempt = attempt }, now + WaitBefore(attempt));
    }

    private static TimeSpan WaitBefore(int attempt)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(attempt, 10) - 1);
        return wait < LongestWait ? wait : LongestWait;
    }
}
