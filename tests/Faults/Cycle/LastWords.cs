using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace VksServerless.Faults.Cycle;

/// <summary>Keeps what the edition complained of last, for the message of a test that fails.</summary>
internal sealed class LastWords : ILoggerProvider, ILogger
{
    private const int Most = 3;
    private readonly ConcurrentQueue<string> _words = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        _words.Enqueue($"{formatter(state, exception)} {exception}");
        while (_words.Count > Most && _words.TryDequeue(out _))
        {
        }
    }

    public override string ToString() => string.Join("\n", _words);

    public void Dispose()
    {
    }
}
