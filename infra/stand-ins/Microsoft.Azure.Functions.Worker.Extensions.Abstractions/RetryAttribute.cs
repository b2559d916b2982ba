namespace Microsoft.Azure.Functions.Worker;

[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    public RetryAttribute()
    {
    }

    public int MaxRetryCount { get; set; }

    private protected static TimeSpan Span(string text, string name) =>
        TimeSpan.TryParse(text, out var span) && span >= TimeSpan.Zero ? span : throw new ArgumentOutOfRangeException(name);
}

public sealed class FixedDelayRetryAttribute : RetryAttribute
{
    public FixedDelayRetryAttribute(int maxRetryCount, string delayInterval)
    {
        Span(delayInterval, nameof(delayInterval));
        (MaxRetryCount, DelayInterval) = (maxRetryCount, delayInterval);
    }

    public string DelayInterval { get; }
}

public sealed class ExponentialBackoffRetryAttribute : RetryAttribute
{
    public ExponentialBackoffRetryAttribute(int maxRetryCount, string minimumInterval, string maximumInterval)
    {
        if (Span(minimumInterval, nameof(minimumInterval)) > Span(maximumInterval, nameof(maximumInterval)))
        {
            throw new ArgumentException("The minimum is greater than the maximum.", nameof(minimumInterval));
        }

        (MaxRetryCount, MinimumInterval, MaximumInterval) = (maxRetryCount, minimumInterval, maximumInterval);
    }

    public string MinimumInterval { get; }

    public string MaximumInterval { get; }
}
