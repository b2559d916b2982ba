using Azure.Messaging.ServiceBus;
using VksServerless.Application;
using VksServerless.Application.Events;
using VksServerless.Azure.Events;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Bus;

public class Reading_the_queues
{
    [Fact]
    public async Task Counts_what_waits_what_comes_again_and_what_the_bus_has_given_up_and_collects_only_that()
    {
        await using var broker = ServiceBusBroker.Start(
            new TopicDefinition(
                Subscriptions.Topic, TimeSpan.FromDays(7),
                [.. Subscriptions.All.Select(one => new SubscriptionDefinition(one.Key, [.. one.Value], TimeSpan.FromMinutes(1), 20))]),
            TimeProvider.System);
        await using var client = new ServiceBusClient(broker.ConnectionString);
        var (topic, notices) = (client.CreateSender(Subscriptions.Topic), client.CreateReceiver(Subscriptions.Topic, Subscriptions.Notices));
        var (kept, dead, failing) = (new Kept(), Message("""{"n":1}"""), Message("""{"attempt":3,"message":{"n":2}}"""));
        await topic.SendMessageAsync(dead);
        await notices.DeadLetterMessageAsync(await notices.ReceiveMessageAsync(), "MaxDeliveryCountExceeded");
        await topic.SendMessageAsync(failing);
        var queues = new BusQueues(client, kept, TimeProvider.System);

        (await Of(queues, Subscriptions.Notices)).ShouldBe((1, 1, 1));
        (await Of(queues, Subscriptions.Totals)).ShouldBe((0, 0, 0));
        (await queues.CollectGivenUp(CancellationToken.None)).ShouldBe(1);

        var set = kept.Messages.ShouldHaveSingleItem();
        (set.Subscription, set.Reason, set.Fault).ShouldBe((Subscriptions.Notices, "Given up by the bus", "MaxDeliveryCountExceeded"));
        set.Digest.ShouldBe(new EventMessage(dead.Body.ToMemory()).Digest);
        (await Of(queues, Subscriptions.Notices)).ShouldBe((1, 1, 0));
    }

    private static ServiceBusMessage Message(string body) =>
        new(BinaryData.FromString(body)) { MessageId = $"m-{body.Length}", Subject = "ReportSubmitted" };

    private static async Task<(int Waiting, int Failing, int GivenUp)> Of(BusQueues queues, string subscription)
    {
        var queue = (await queues.Read(CancellationToken.None)).Single(queue => queue.Subscription == subscription);
        return (queue.Waiting, queue.Failing, queue.GivenUp);
    }

    private sealed class Kept : ISetAsideMessages
    {
        public List<SetAsideMessage> Messages { get; } = [];

        public Task Keep(SetAsideMessage message, CancellationToken cancellation)
        {
            Messages.Add(message);
            return Task.CompletedTask;
        }

        public Task<Page<SetAsideMessage>> List(int size, string? continuation, CancellationToken cancellation) =>
            throw new InvalidOperationException();

        public Task<Versioned<SetAsideMessage>?> Find(string subscription, string digest, CancellationToken cancellation) =>
            throw new InvalidOperationException();

        public Task<bool> Resend(Versioned<SetAsideMessage> message, MessageResend record, CancellationToken cancellation) =>
            throw new InvalidOperationException();

        public Task<Page<MessageResend>> Resent(int size, string? continuation, CancellationToken cancellation) =>
            throw new InvalidOperationException();
    }
}
