using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

/// <summary>Writes only what an orchestration says for the first time.</summary>
internal sealed class ReplaySafeLogger(TaskOrchestrationContext context, ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!context.IsReplaying)
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
    }
}

internal sealed class ReplaySafeLoggerFactory(TaskOrchestrationContext context, Func<ILoggerFactory> inner) : ILoggerFactory
{
    private const int DeepestWrapping = 10;

    public static ILoggerFactory Unwrap(ILoggerFactory factory)
    {
        for (var depth = 0; factory is ReplaySafeLoggerFactory wrapped; depth++)
        {
            factory = depth < DeepestWrapping
                ? wrapped.Inner
                : throw new InvalidOperationException("The context's LoggerFactory leads back to itself.");
        }

        return factory;
    }

    public ILogger CreateLogger(string categoryName) => new ReplaySafeLogger(context, Unwrap(Inner).CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("Providers are added to the underlying logger factory.");

    public void Dispose()
    {
        // The underlying factory belongs to the host.
    }

    private ILoggerFactory Inner => inner();
}
