using System.Threading.Channels;
using VksServerless.Local.Host;

namespace VksServerless.Local.Durable;

/// <summary>Orchestrations that something has arrived for. Each is run by one worker at a time; none is forgotten.</summary>
internal sealed class Runnable(Workload workload)
{
    private readonly Channel<string> _ready = Channel.CreateUnbounded<string>();
    private readonly Lock _lock = new();

    // True: something arrived while it ran, so that it must run once more.
    private readonly Dictionary<string, bool> _active = new(StringComparer.Ordinal);

    public void Wake(string instance)
    {
        lock (_lock)
        {
            if (_active.TryAdd(instance, false))
            {
                workload.Began(Work.Orchestration);
                _ready.Writer.TryWrite(instance);
            }
            else
            {
                _active[instance] = true;
            }
        }
    }

    public IAsyncEnumerable<string> Next(CancellationToken cancellation) => _ready.Reader.ReadAllAsync(cancellation);

    public void Rest(string instance)
    {
        lock (_lock)
        {
            if (_active[instance])
            {
                _active[instance] = false;
                _ready.Writer.TryWrite(instance);
                return;
            }

            _active.Remove(instance);
        }

        workload.Ended(Work.Orchestration);
    }
}
