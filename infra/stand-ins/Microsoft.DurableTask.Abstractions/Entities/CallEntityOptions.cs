namespace Microsoft.DurableTask.Entities;

public record CallEntityOptions;

public record SignalEntityOptions
{
    public DateTimeOffset? SignalTime { get; init; }
}
