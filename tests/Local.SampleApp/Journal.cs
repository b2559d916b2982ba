using System.Collections.Concurrent;

namespace VksServerless.SampleApp;

/// <summary>What the sample's functions did, and the knobs that make them fail or wait.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> _entries = new();

    public IReadOnlyList<string> Entries => [.. _entries];

    /// <summary>Called by every activity and delivery after it has noted itself; it may throw or wait.</summary>
    public Func<string, Task> On { get; set; } = _ => Task.CompletedTask;

    public Task Note(string entry)
    {
        _entries.Enqueue(entry);
        return On(entry);
    }
}
