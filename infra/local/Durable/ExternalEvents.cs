using Microsoft.DurableTask;

namespace VksServerless.Local.Durable;

/// <summary>
/// Events raised from outside: each goes to the latest wait for its name, as in the genuine engine, so that a wait that
/// lost a race earlier does not swallow it; those that nobody waits for yet are kept.
/// </summary>
internal sealed class ExternalEvents(DataConverter converter)
{
    private readonly Dictionary<string, Stack<(OpenTask Wait, Type Type)>> _waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HistoryEvent.EventRaised> _kept = [];

    public IReadOnlyList<HistoryEvent.EventRaised> Kept => _kept;

    public bool HasWaits => _waits.Count > 0;

    public Task<T> Wait<T>(string name, CancellationToken cancellation)
    {
        var wait = new OpenTask<T>(name, converter);
        if (_kept.FindIndex(raised => IsNamed(raised, name)) is var at and >= 0)
        {
            wait.Answer(_kept[at].Payload);
            _kept.RemoveAt(at);
            return wait.Task;
        }

        if (!_waits.TryGetValue(name, out var waits))
        {
            _waits.Add(name, waits = new Stack<(OpenTask, Type)>());
        }
        else if (waits.Peek().Type != typeof(T))
        {
            throw new ArgumentException($"The event {name} is already awaited as {waits.Peek().Type}, not as {typeof(T)}.", nameof(name));
        }

        waits.Push((wait, typeof(T)));
        cancellation.Register(() => wait.Cancel(cancellation));
        return wait.Task;
    }

    public void Raise(HistoryEvent.EventRaised raised)
    {
        if (!_waits.TryGetValue(raised.Name, out var waits))
        {
            _kept.Add(raised);
            return;
        }

        var (wait, _) = waits.Pop();
        if (waits.Count == 0)
        {
            _waits.Remove(raised.Name);
        }

        wait.Answer(raised.Payload);
    }

    private static bool IsNamed(HistoryEvent.EventRaised raised, string name) =>
        string.Equals(raised.Name, name, StringComparison.OrdinalIgnoreCase);
}
