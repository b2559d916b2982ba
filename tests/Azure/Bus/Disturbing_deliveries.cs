using Azure.Messaging.ServiceBus;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Bus;

public class Disturbing_deliveries
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 10).Select(number => $"m-{number}")];

    [Fact]
    public async Task The_next_messages_are_delivered_twice_to_every_subscription()
    {
        await using var bus = SampleBus.Start();
        bus.Broker.DuplicateNext(2);
        await bus.Sender.SendMessageAsync(SampleBus.Message("first", "ReportAccepted"));
        await bus.Send("second", "third");

        (await bus.Receive(SampleBus.Notices, 2)).Select(message => message.MessageId).ShouldBe(["first", "first"]);
        (await bus.Receive(SampleBus.Difficulties, 2)).Select(message => message.SequenceNumber).ShouldBe([1, 2]);
        (await bus.Receive(SampleBus.Totals, 3)).Select(message => message.MessageId).ShouldBe(["second", "second", "third"]);
        bus.Broker.Status().ShouldAllBe(status => status.Waiting == 0);
    }

    [Fact]
    public async Task The_newest_comes_first()
    {
        await using var bus = SampleBus.Start();
        await bus.Send(Ids);
        bus.Broker.Reorder(DeliveryOrder.NewestFirst);

        (await Received(bus)).ShouldBe(Ids.Reverse());
    }

    [Fact]
    public async Task Messages_come_in_an_order_that_a_seed_decides()
    {
        var one = await Shuffled(seed: 1);

        one.Order().ShouldBe(Ids);
        one.ShouldNotBe(Ids);
        (await Shuffled(seed: 1)).ShouldBe(one);
        (await Shuffled(seed: 2)).ShouldNotBe(one);
    }

    [Fact]
    public async Task The_order_can_be_put_right_again()
    {
        await using var bus = SampleBus.Start();
        bus.Broker.Reorder(DeliveryOrder.Shuffled, seed: 1);
        bus.Broker.Reorder(DeliveryOrder.OldestFirst);
        await bus.Send(Ids);

        (await Received(bus)).ShouldBe(Ids);
    }

    private static async Task<IReadOnlyList<string>> Shuffled(int seed)
    {
        await using var bus = SampleBus.Start();
        await bus.Send(Ids);
        bus.Broker.Reorder(DeliveryOrder.Shuffled, seed);
        return await Received(bus);
    }

    private static async Task<IReadOnlyList<string>> Received(SampleBus bus) =>
        [.. (await bus.Receive(SampleBus.Totals, Ids.Length)).Select(message => message.MessageId)];
}
