using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Bus;

public class Sharing_the_work
{
    [Fact]
    public async Task A_thousand_messages_pass_through_four_processors_exactly_once()
    {
        await using var bus = SampleBus.Start();
        var handled = new ConcurrentBag<string>();
        await using var clients = new Clients([.. Enumerable.Range(0, 4).Select(_ => bus.Connect())]);
        foreach (var client in clients.All)
        {
            var processor = client.CreateProcessor(
                SampleBus.Topic, SampleBus.Totals, new ServiceBusProcessorOptions { MaxConcurrentCalls = 8, PrefetchCount = 20 });
            processor.ProcessErrorAsync += _ => Task.CompletedTask;
            processor.ProcessMessageAsync += async arguments =>
            {
                await Task.Yield();
                handled.Add(arguments.Message.MessageId);
            };
            await processor.StartProcessingAsync();
        }

        string[] ids = [.. Enumerable.Range(0, 1000).Select(number => $"m-{number:d4}")];
        foreach (var hundred in ids.Chunk(100))
        {
            await bus.Sender.SendMessagesAsync(hundred.Select(id => SampleBus.Message(id)));
        }

        await bus.Until(() => bus.Broker.Count(BusOperation.Complete) == 1000);

        handled.Order().ShouldBe(ids);
        bus.ShouldHold();
        bus.Broker.Count(BusOperation.Deliver).ShouldBe(1000);
    }

    [Fact]
    public async Task A_receiver_that_asks_again_at_once_is_never_kept_waiting()
    {
        await using var bus = SampleBus.Start();
        string[] ids = [.. Enumerable.Range(0, 1000).Select(number => $"m-{number:d4}")];
        await bus.Sender.SendMessagesAsync(ids.Select(id => SampleBus.Message(id)));
        var (receiver, received) = (bus.Receiver(), new List<string>());
        while (received.Count < ids.Length)
        {
            received.Add((await receiver.ReceiveMessageAsync()).ShouldNotBeNull().MessageId);
        }

        received.ShouldBe(ids);
    }

    [Fact]
    public async Task Every_receiver_that_waits_gets_its_turn()
    {
        await using var bus = SampleBus.Start();
        ServiceBusReceiver[] receivers = [bus.Receiver(), bus.Receiver(), bus.Receiver()];
        var receiving = receivers.Select(receiver => receiver.ReceiveMessageAsync()).ToList();

        await bus.Send("m-1", "m-2", "m-3");

        (await Task.WhenAll(receiving)).Select(message => message.MessageId).Order().ShouldBe(["m-1", "m-2", "m-3"]);
    }

    [Fact]
    public async Task Receivers_that_fetch_ahead_get_equally_many()
    {
        await using var bus = SampleBus.Start();
        var ahead = new ServiceBusReceiverOptions { PrefetchCount = 10 };
        ServiceBusReceiver[] receivers =
        [
            bus.Client.CreateReceiver(SampleBus.Topic, SampleBus.Totals, ahead),
            bus.Client.CreateReceiver(SampleBus.Topic, SampleBus.Totals, ahead),
        ];
        foreach (var receiver in receivers)
        {
            (await receiver.ReceiveMessageAsync(TimeSpan.FromMilliseconds(50))).ShouldBeNull();
        }

        await bus.Send("m-1", "m-2", "m-3", "m-4");
        await bus.Until(() => bus.Status().Locked == 4);

        foreach (var receiver in receivers)
        {
            (await receiver.ReceiveMessageAsync()).ShouldNotBeNull();
            (await receiver.ReceiveMessageAsync()).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_receiver_gets_no_more_than_it_asked_for()
    {
        await using var bus = SampleBus.Start();
        await bus.Sender.SendMessagesAsync(Enumerable.Range(0, 20).Select(number => SampleBus.Message($"m-{number}")));

        (await bus.Receiver().ReceiveMessageAsync()).MessageId.ShouldBe("m-0");
        bus.ShouldHold(waiting: 19, locked: 1);

        var five = bus.Receiver();
        var received = new List<ServiceBusReceivedMessage>();
        while (received.Count < 5)
        {
            received.AddRange(await five.ReceiveMessagesAsync(5 - received.Count));
        }

        bus.ShouldHold(waiting: 14, locked: 6);
    }

    [Fact]
    public async Task A_receiver_that_fetches_ahead_has_as_many_as_it_holds_room_for()
    {
        await using var bus = SampleBus.Start();
        await bus.Sender.SendMessagesAsync(Enumerable.Range(0, 20).Select(number => SampleBus.Message($"m-{number}")));
        await using var receiver = bus.Client.CreateReceiver(
            SampleBus.Topic, SampleBus.Totals, new ServiceBusReceiverOptions { PrefetchCount = 10 });

        var first = await receiver.ReceiveMessageAsync();
        await bus.Until(() => bus.Broker.Count(BusOperation.Deliver) >= 10);
        await receiver.CompleteMessageAsync(first);

        bus.Broker.Count(BusOperation.Deliver).ShouldBeLessThanOrEqualTo(11);
    }

    /// <summary>The client drains its link as it closes, and gives back what it has not looked at.</summary>
    [Fact]
    public async Task A_receiver_that_closes_gives_back_what_it_has_fetched_ahead()
    {
        await using var bus = SampleBus.Start();
        await bus.Sender.SendMessagesAsync(Enumerable.Range(0, 5).Select(number => SampleBus.Message($"m-{number}")));
        var closing = bus.Client.CreateReceiver(
            SampleBus.Topic, SampleBus.Totals, new ServiceBusReceiverOptions { PrefetchCount = 10 });
        await closing.CompleteMessageAsync(await closing.ReceiveMessageAsync());
        await bus.Until(() => bus.Broker.Count(BusOperation.Deliver) == 5);
        await closing.CloseAsync();
        await bus.Until(() => bus.Status().Locked == 0);

        (await bus.Receive(SampleBus.Totals, 4)).ShouldAllBe(message => message.DeliveryCount == 1);
        bus.Broker.Count(BusOperation.Release).ShouldBe(4);
    }

    [Fact]
    public async Task A_receiver_that_waits_in_vain_closes_at_once_and_takes_nothing_with_it()
    {
        await using var bus = SampleBus.Start();
        var closing = bus.Receiver();
        (await closing.ReceiveMessageAsync(TimeSpan.FromMilliseconds(50))).ShouldBeNull();

        await closing.CloseAsync().WaitAsync(TimeSpan.FromSeconds(10));

        await bus.Send("m-1");
        bus.ShouldHold(waiting: 1);
        (await bus.Receiver().ReceiveMessageAsync()).DeliveryCount.ShouldBe(1);
    }

    private sealed class Clients(IReadOnlyList<ServiceBusClient> all) : IAsyncDisposable
    {
        public IReadOnlyList<ServiceBusClient> All => all;

        public async ValueTask DisposeAsync()
        {
            foreach (var client in all)
            {
                await client.DisposeAsync();
            }
        }
    }
}
