using Azure.Messaging.ServiceBus;

namespace VksServerless.Local.Bus;

/// <summary>A function behind a subscription.</summary>
internal sealed record BusListener(
    string Subscription, bool IsBatched, Func<IReadOnlyList<ServiceBusReceivedMessage>, LocalMessageActions, CancellationToken, Task> Deliver);
