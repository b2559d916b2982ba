namespace Microsoft.Azure.Functions.Worker;

public abstract class InvocationResult : InvocationResult<object>
{
}

public abstract class InvocationResult<T>
{
    public abstract T? Value { get; set; }
}

public static class FunctionContextBindingFeatureExtensions
{
    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context) => throw OnlyTheWorker();

    public static InvocationResult GetInvocationResult(this FunctionContext context) => throw OnlyTheWorker();

    // The genuine worker keeps the result in a feature that nobody else can set, so outside of it this always throws.
    private static InvalidOperationException OnlyTheWorker() =>
        new("The result of an invocation is known to the genuine worker only.");
}
