using VksServerless.Application.Events;
using VksServerless.Server.Storage;

namespace VksServerless.Server.Events;

/// <summary>Counts what the database still holds for each subscription. Nothing is given up but by the system itself.</summary>
internal sealed class DeliveryQueues(SqliteDatabase database) : IDeliveryQueues
{
    public Task<IReadOnlyList<DeliveryQueue>> Read(CancellationToken cancellation)
    {
        var waiting = database.Read(DeliveryRows.Counted).ToDictionary(queue => queue.Subscription);
        return Task.FromResult<IReadOnlyList<DeliveryQueue>>(
            [.. Subscriptions.All.Keys.Select(name => waiting.GetValueOrDefault(name) ?? new DeliveryQueue(name, 0, 0, null))]);
    }

    public Task<int> CollectGivenUp(CancellationToken cancellation) => Task.FromResult(0);
}
