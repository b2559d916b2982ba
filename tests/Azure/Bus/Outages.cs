using System.Collections.Concurrent;
using System.Net.Sockets;
using Azure.Messaging.ServiceBus;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Bus;

public class Outages
{
    [Fact]
    public async Task During_an_outage_connections_are_cut_and_refused()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1");
        bus.Broker.Connections.ShouldBe(1);

        bus.Broker.BeginOutage();

        bus.Broker.Connections.ShouldBe(0);
        (await Should.ThrowAsync<ServiceBusException>(() => bus.Send("m-2"))).IsTransient.ShouldBeTrue();
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        (await Should.ThrowAsync<SocketException>(() => socket.ConnectAsync("127.0.0.1", bus.Broker.Port)))
            .SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
        bus.ShouldHold(waiting: 1);
    }

    [Fact]
    public async Task After_an_outage_the_same_clients_go_on_with_all_that_is_held()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("dead", "locked", "waiting");
        await bus.Sender.ScheduleMessageAsync(SampleBus.Message("scheduled"), DateTimeOffset.UtcNow.AddDays(1));
        var receiver = bus.Receiver();
        await receiver.DeadLetterMessageAsync(await receiver.ReceiveMessageAsync());
        var locked = await receiver.ReceiveMessageAsync();

        bus.Broker.BeginOutage();
        bus.ShouldHold(waiting: 1, locked: 1, scheduled: 1, deadLettered: 1);
        await Should.ThrowAsync<ServiceBusException>(() => receiver.ReceiveMessageAsync());
        bus.Broker.EndOutage();

        (await Retried(() => receiver.ReceiveMessageAsync())).MessageId.ShouldBe("waiting");
        await Retried(async () =>
        {
            await receiver.CompleteMessageAsync(locked);
            return true;
        });
        await Retried(async () =>
        {
            await bus.Send("after");
            return true;
        });
        bus.ShouldHold(waiting: 1, locked: 1, scheduled: 1, deadLettered: 1);
        bus.Broker.Count(BusOperation.Connect).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_processor_outlasts_several_outages_and_no_message_is_lost()
    {
        await using var bus = SampleBus.Start(lockSeconds: 2);
        await using var client = new ServiceBusClient(bus.Broker.ConnectionString, new ServiceBusClientOptions
        {
            RetryOptions =
            {
                Mode = ServiceBusRetryMode.Fixed,
                Delay = TimeSpan.FromMilliseconds(50),
                MaxRetries = 100,
                TryTimeout = TimeSpan.FromSeconds(10),
            },
        });
        var handled = new ConcurrentDictionary<string, bool>();
        await using var processor = client.CreateProcessor(
            SampleBus.Topic, SampleBus.Totals, new ServiceBusProcessorOptions { MaxConcurrentCalls = 4 });
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        processor.ProcessMessageAsync += arguments =>
        {
            handled.TryAdd(arguments.Message.MessageId, true);
            return Task.CompletedTask;
        };
        await processor.StartProcessingAsync();
        var sender = client.CreateSender(SampleBus.Topic);
        string[] ids = [.. Enumerable.Range(0, 60).Select(number => $"m-{number:d2}")];
        foreach (var twenty in ids.Chunk(20))
        {
            var sending = Task.WhenAll(twenty.Select(id => sender.SendMessageAsync(SampleBus.Message(id))));
            await bus.Until(() => handled.ContainsKey(twenty[0]) || sending.IsCompleted);
            bus.Broker.BeginOutage();
            bus.Broker.Connections.ShouldBe(0);
            bus.Broker.EndOutage();
            await sending;
        }

        // A client that has not connected again yet would not close before it has given up its links.
        await sender.SendMessageAsync(SampleBus.Message("afterwards"));
        await bus.Until(() => handled.Count > ids.Length && bus.Status().IsQuiet);
        await processor.StopProcessingAsync();

        handled.Keys.Order().ShouldBe(["afterwards", .. ids]);
        bus.ShouldHold();
    }

    [Fact]
    public async Task The_port_stays_taken_during_an_outage()
    {
        await using var bus = SampleBus.Start();
        bus.Broker.BeginOutage();
        var port = bus.Broker.Port;
        bus.Broker.EndOutage();

        bus.Broker.Port.ShouldBe(port);
        await Retried(async () =>
        {
            await bus.Send("m-1");
            return true;
        });
        bus.ShouldHold(waiting: 1);
    }

    /// <summary>A client notices only by failing that its connection is gone.</summary>
    private static async Task<T> Retried<T>(Func<Task<T>> attempt)
    {
        for (var left = 20; ; left--)
        {
            try
            {
                return await attempt();
            }
            catch (ServiceBusException fault) when (fault.IsTransient && left > 0)
            {
            }
        }
    }
}
