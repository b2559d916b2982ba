using System.Text;
using VksServerless.Application.Events;
using VksServerless.Storage;

namespace VksServerless.Faults.Faults;

/// <summary>Has each message delivered twice, in a random order, some of them late, and poison among them. The seed decides.</summary>
internal sealed class UnrulyRowStore(IRowStore inner, int seed) : IRowStore
{
    private const string Partition = "unruly";
    private const int PoisonEvery = 25;
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private readonly List<OutboxMessage> _late = [];
    private int _sent;

    /// <summary>How many subscriptions were given poison, each time.</summary>
    public int Poisoned { get; private set; }

    public Task<Row?> Find(string partition, string key, CancellationToken cancellation) => inner.Find(partition, key, cancellation);

    public Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation) => inner.List(partition, keyPrefix, cancellation);

    public Task<IReadOnlyList<Row>> First(string partition, string keyPrefix, string? after, int most, CancellationToken cancellation) =>
        inner.First(partition, keyPrefix, after, most, cancellation);

    public Task<RowPage> Scan(string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation) =>
        inner.Scan(partitionPrefix, keyPrefix, size, continuation, cancellation);

    public async Task<IReadOnlyDictionary<string, ETag>> Commit(
        string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        await Extra(TakeLate(), cancellation);
        var etags = await inner.Commit(partition, writes, Shuffled(messages), cancellation);
        await Extra(Disturb(messages), cancellation);
        return etags;
    }

    private async Task Extra(OutboxMessage[] messages, CancellationToken cancellation)
    {
        foreach (var some in messages.Chunk(RowLimits.MostChanges))
        {
            await inner.Commit(Partition, [], some, cancellation);
        }
    }

    /// <summary>Some of what earlier commits kept back.</summary>
    private OutboxMessage[] TakeLate()
    {
        lock (_lock)
        {
            var late = _late.Where(_ => _random.Next(2) == 0).ToArray();
            _late.RemoveAll(late.Contains);
            return late;
        }
    }

    private OutboxMessage[] Shuffled(IEnumerable<OutboxMessage> messages)
    {
        lock (_lock)
        {
            var shuffled = messages.ToArray();
            _random.Shuffle(shuffled);
            return shuffled;
        }
    }

    /// <summary>What is delivered besides, now that these are committed: each once more, some of them later, and poison.</summary>
    private OutboxMessage[] Disturb(IReadOnlyList<OutboxMessage> messages)
    {
        lock (_lock)
        {
            var extra = new List<OutboxMessage>();
            foreach (var message in messages)
            {
                (_random.Next(3) == 0 ? _late : extra).Add(message with { Id = $"{message.Id}.again{_sent}" });
                if (++_sent % PoisonEvery == 0)
                {
                    Poisoned += Subscriptions.All.Values.Count(subjects => subjects.Contains(message.Subject));
                    extra.Add(new OutboxMessage($"poison-{_sent}", message.Subject, Encoding.UTF8.GetBytes($"{{ no event {_sent}")));
                }
            }

            var shuffled = extra.ToArray();
            _random.Shuffle(shuffled);
            return shuffled;
        }
    }
}
