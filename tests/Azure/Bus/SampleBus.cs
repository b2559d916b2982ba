using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Time.Testing;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Bus;

/// <summary>A bus of one topic with three subscriptions, and the genuine client.</summary>
internal sealed class SampleBus : IAsyncDisposable
{
    public const string Topic = "reporting";
    public const string Totals = "totals";
    public const string Notices = "notices";
    public const string Difficulties = "difficulties";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private SampleBus(TimeSpan lockDuration, int maxDeliveryCount, TimeProvider clock)
    {
        Broker = ServiceBusBroker.Start(
            new TopicDefinition(Topic, TimeSpan.FromDays(7),
            [
                new(Totals, ["NodeChanged", "again.totals"], lockDuration, maxDeliveryCount),
                new(Notices, ["ReportSubmitted", "ReportAccepted"], lockDuration, maxDeliveryCount),
                new(Difficulties, ["ReportAccepted"], lockDuration, maxDeliveryCount),
            ]),
            clock);
        Client = Connect();
        Sender = Client.CreateSender(Topic);
    }

    public ServiceBusBroker Broker { get; }

    public ServiceBusClient Client { get; }

    public ServiceBusSender Sender { get; }

    public static SampleBus Start(double lockSeconds = 60, int maxDeliveryCount = 20, FakeTimeProvider? clock = null) =>
        new(TimeSpan.FromSeconds(lockSeconds), maxDeliveryCount, clock ?? TimeProvider.System);

    public static ServiceBusMessage Message(string id, string subject = "NodeChanged") =>
        new("body of " + id) { MessageId = id, Subject = subject };

    public ServiceBusClient Connect() => new(Broker.ConnectionString, new ServiceBusClientOptions
    {
        RetryOptions = { MaxRetries = 0, TryTimeout = TimeSpan.FromSeconds(20) },
    });

    public ServiceBusReceiver Receiver(
        string subscription = Totals, SubQueue queue = SubQueue.None, ServiceBusReceiveMode mode = ServiceBusReceiveMode.PeekLock) =>
        Client.CreateReceiver(Topic, subscription, new ServiceBusReceiverOptions { SubQueue = queue, ReceiveMode = mode });

    public async Task Send(params string[] ids)
    {
        foreach (var id in ids)
        {
            await Sender.SendMessageAsync(Message(id));
        }
    }

    /// <summary>Receives so many messages, and keeps them locked.</summary>
    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> Receive(string subscription, int count)
    {
        var (receiver, received) = (Receiver(subscription), new List<ServiceBusReceivedMessage>());
        while (received.Count < count)
        {
            received.AddRange(await receiver.ReceiveMessagesAsync(count - received.Count));
        }

        return received;
    }

    public SubscriptionStatus Status(string subscription = Totals) =>
        Broker.Status().Single(status => status.Name == subscription);

    public void ShouldHold(int waiting = 0, int locked = 0, int scheduled = 0, int deadLettered = 0)
    {
        var status = Status();
        (status.Waiting, status.Locked, status.Scheduled, status.DeadLettered).ShouldBe((waiting, locked, scheduled, deadLettered));
    }

    /// <summary>Waits for something that is bound to come.</summary>
    public async Task Until(Func<bool> condition)
    {
        using var over = new CancellationTokenSource(Patience);
        while (!condition())
        {
            over.IsCancellationRequested.ShouldBeFalse(
                $"It does not come: {Status()}; {Broker.Connections} connections; {string.Join(", ", Broker.Uses)}");
            await Task.Delay(5, CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Broker.DisposeAsync();
    }
}
