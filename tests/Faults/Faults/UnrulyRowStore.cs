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

    public Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation) =>
        inner.List(partition, keyPrefix, cancellation);

    public Task<IReadOnlyList<Row>> First(string partition, string keyPrefix, string? after, int most, CancellationToken cancellation) =>
        inner.First(partition, keyPrefix, after, most, cancellation);

    public Task<RowPage> Scan(string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation) =>
        inner.Scan(partitionPrefix, keyPrefix, size, continuation, cancellation);

    public async Task<IReadOnlyDictionary<string, ETag>> Commit(
        string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
    {
        var own = messages.ToArray();
        lock (_lock)
        {
            _random.Shuffle(own);
        }

        // Only of what is committed there is more: a change that is refused has happened to nobody.
        var etags = await inner.Commit(partition, writes, own, cancellation);
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

    /// <summary>Each once more, poison now and then, and what earlier commits have held back; in any order.</summary>
    private OutboxMessage[] Disturb(IReadOnlyList<OutboxMessage> messages)
    {
        lock (_lock)
        {
            var extra = new List<OutboxMessage>(_late);
            _late.Clear();
            foreach (var message in messages)
            {
                var again = message with { Id = $"{message.Id}.again{_sent}" };
                (_random.Next(3) == 0 ? _late : extra).Add(again);
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
