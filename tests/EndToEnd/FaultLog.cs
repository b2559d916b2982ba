using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace VksServerless.EndToEnd;

/// <summary>Gathers what the system itself took for a fault: whatever a test sends, there is to be none.</summary>
internal sealed class FaultLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _faults = [];

    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Those so far, which the test has meant to bring about.</summary>
    public IReadOnlyCollection<string> Take()
    {
        string[] taken = [.. _faults];
        _faults.Clear();
        return taken;
    }

    public ILogger CreateLogger(string categoryName) => new Into(categoryName, _faults);

    public void Dispose()
    {
    }

    private sealed class Into(string category, ConcurrentQueue<string> faults) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                faults.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
