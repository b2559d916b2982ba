using System.ComponentModel;

namespace Microsoft.DurableTask;

public class RetryPolicy
{
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1.0,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        Demand(maxNumberOfAttempts > 0, nameof(maxNumberOfAttempts), maxNumberOfAttempts);
        Demand(firstRetryInterval > TimeSpan.Zero, nameof(firstRetryInterval), firstRetryInterval);
        Demand(backoffCoefficient >= 1.0, nameof(backoffCoefficient), backoffCoefficient);
        Demand(NotShorter(maxRetryInterval), nameof(maxRetryInterval), maxRetryInterval);
        Demand(NotShorter(retryTimeout), nameof(retryTimeout), retryTimeout);

        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;

        bool NotShorter(TimeSpan? span) => span is null || span == Timeout.InfiniteTimeSpan || span >= firstRetryInterval;
    }

    public int MaxNumberOfAttempts { get; }

    public TimeSpan FirstRetryInterval { get; }

    public double BackoffCoefficient { get; }

    public TimeSpan MaxRetryInterval { get; }

    public TimeSpan RetryTimeout { get; }

    [EditorBrowsable(EditorBrowsableState.Never)]
    public Func<Exception, bool> Handle { get; private init; } = _ => true;

    /// <remarks>The genuine filter understands only the exceptions of the genuine engine and throws for every other one; so does this.</remarks>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => Handle = _ => throw new InvalidOperationException(
            "Only the genuine engine can tell HandleFailure what failed. Use TaskOptions.FromRetryHandler.");
    }

    private static void Demand(bool holds, string name, object? value)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, "The value is out of the range that a retry policy allows.");
        }
    }
}
