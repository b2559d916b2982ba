namespace VksServerless.Application.Events;

/// <summary>What is on its way to the subscriptions.</summary>
public interface IDeliveryQueues
{
    /// <summary>One of each subscription.</summary>
    Task<IReadOnlyList<DeliveryQueue>> Read(CancellationToken cancellation);

    /// <summary>Moves what the carrier itself has given up to where messages are set aside.</summary>
    /// <returns>How many; a carrier that gives up nothing by itself has none.</returns>
    Task<int> CollectGivenUp(CancellationToken cancellation);
}

/// <param name="Waiting">How many messages are still to be handled.</param>
/// <param name="Failing">How many of them have failed at least once and come again.</param>
/// <param name="OldestAt">When the oldest of them was put; null: unknown, or none.</param>
/// <param name="GivenUp">How many the carrier itself has given up: they wait to be collected.</param>
/// <param name="IsWhole">False: there may be more than was counted.</param>
public sealed record DeliveryQueue(
    string Subscription, int Waiting, int Failing, DateTimeOffset? OldestAt, int GivenUp = 0, bool IsWhole = true);
