using Microsoft.DurableTask;

namespace VksServerless.Local.Durable;

/// <summary>The retry policies of task options. Each wait between two attempts is a durable timer.</summary>
internal static class Retrying
{
    public static Task<T> Run<T>(LocalOrchestrationContext context, TaskRetryOptions? retry, Func<Task<T>> attempt) => retry switch
    {
        { Policy: { } policy } => ByPolicy(context, policy, attempt),
        { Handler: { } handler } => ByHandler(context, handler, attempt),
        _ => attempt(),
    };

    private static async Task<T> ByPolicy<T>(LocalOrchestrationContext context, RetryPolicy policy, Func<Task<T>> attempt)
    {
        var started = context.CurrentUtcDateTime;
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failed) when (
                failures < policy.MaxNumberOfAttempts && !IsUnknownFunction(failed) && policy.Handle(failed) && WithinTimeout(context, policy, started))
            {
                await context.CreateTimer(context.CurrentUtcDateTime + Delay(policy, failures), CancellationToken.None);
            }
        }
    }

    private static async Task<T> ByHandler<T>(LocalOrchestrationContext context, AsyncRetryHandler handler, Func<Task<T>> attempt)
    {
        var started = context.CurrentUtcDateTime;
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failed) when (!IsUnknownFunction(failed))
            {
                var retry = new RetryContext(
                    context, failures, failed.FailureDetails, context.CurrentUtcDateTime - started, CancellationToken.None);
                if (!await handler(retry))
                {
                    throw;
                }
            }
        }
    }

    private static TimeSpan Delay(RetryPolicy policy, int failures)
    {
        var ticks = policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, failures - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        return ticks < longest.Ticks ? TimeSpan.FromTicks((long)ticks) : longest;
    }

    private static bool WithinTimeout(LocalOrchestrationContext context, RetryPolicy policy, DateTime started) =>
        policy.RetryTimeout == Timeout.InfiniteTimeSpan || context.CurrentUtcDateTime - started < policy.RetryTimeout;

    private static bool IsUnknownFunction(TaskFailedException failed) =>
        failed.FailureDetails.ErrorType == typeof(FunctionUnknownException).FullName;
}
