using System.Net.Sockets;
using System.Transactions;
using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Time.Testing;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Bus;

public class Connecting
{
    [Fact]
    public async Task The_port_is_a_given_one_and_nobody_elses()
    {
        await using var first = SampleBus.Start();
        var definition = new TopicDefinition("reporting", DuplicateDetectionWindow: null, []);

        Should.Throw<SocketException>(() => ServiceBusBroker.Start(definition, TimeProvider.System, first.Broker.Port))
            .SocketErrorCode.ShouldBe(SocketError.AddressAlreadyInUse);
        var port = first.Broker.Port;
        await first.DisposeAsync();
        await using var second = ServiceBusBroker.Start(definition, TimeProvider.System, port);
        second.Port.ShouldBe(port);
        second.ConnectionString.ShouldContain($"sb://127.0.0.1:{port};");
    }

    [Fact]
    public async Task A_client_may_be_anonymous()
    {
        await using var bus = SampleBus.Start();
        var factory = new ConnectionFactory { SASL = { Profile = SaslProfile.Anonymous } };
        var connection = await factory.CreateAsync(new Address("127.0.0.1", bus.Broker.Port, scheme: "amqp"));
        var sender = new SenderLink(new Session(connection), "sender", SampleBus.Topic);
        var message = new Message { Properties = new Properties { Subject = "NodeChanged" }, BodySection = new Data { Binary = [7] } };
        await sender.SendAsync(message);
        await connection.CloseAsync();

        (await bus.Receiver().ReceiveMessageAsync()).Body.ToArray().ShouldBe([7]);
    }

    [Fact]
    public async Task One_who_connects_and_says_nothing_keeps_nobody_waiting()
    {
        await using var bus = SampleBus.Start();
        using var silent = new TcpClient();
        await silent.ConnectAsync("127.0.0.1", bus.Broker.Port);
        await bus.Until(() => bus.Broker.Connections == 1);

        await bus.Send("m-1");

        bus.ShouldHold(waiting: 1);
        silent.Close();
        await bus.Until(() => bus.Broker.Connections == 1);
        bus.Broker.Count(BusOperation.Connect).ShouldBe(1);
    }

    [Fact]
    public async Task A_client_that_disconnects_is_no_longer_counted()
    {
        await using var bus = SampleBus.Start();
        await using (var other = bus.Connect())
        {
            await bus.Send("m-1");
            await other.CreateSender(SampleBus.Topic).SendMessageAsync(SampleBus.Message("m-2"));
            bus.Broker.Connections.ShouldBe(2);
        }

        await bus.Until(() => bus.Broker.Connections == 1);
        bus.Broker.Count(BusOperation.Connect).ShouldBe(2);
    }

    [Fact]
    public async Task A_connection_on_which_nothing_happens_stays()
    {
        await using var bus = SampleBus.Start();
        await using var client = new ServiceBusClient(
            bus.Broker.ConnectionString, new ServiceBusClientOptions { ConnectionIdleTimeout = TimeSpan.FromSeconds(5) });
        var receiving = client.CreateReceiver(SampleBus.Topic, SampleBus.Totals).ReceiveMessageAsync();
        await bus.Sender.ScheduleMessageAsync(SampleBus.Message("later"), DateTimeOffset.UtcNow.AddSeconds(12));

        (await receiving).MessageId.ShouldBe("later");

        bus.Broker.Count(BusOperation.OpenReceiver).ShouldBe(1);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        await using var bus = SampleBus.Start();
        var elsewhere = bus.Client.CreateSender("elsewhere");

        (await Should.ThrowAsync<ServiceBusException>(() => elsewhere.SendMessageAsync(SampleBus.Message("m-1"))))
            .Reason.ShouldBe(ServiceBusFailureReason.MessagingEntityNotFound);
        (await Should.ThrowAsync<ServiceBusException>(() => bus.Receiver("nobody").ReceiveMessageAsync()))
            .Reason.ShouldBe(ServiceBusFailureReason.MessagingEntityNotFound);
        (await Should.ThrowAsync<ServiceBusException>(() => bus.Receiver("nobody").PeekMessageAsync()))
            .Reason.ShouldBe(ServiceBusFailureReason.MessagingEntityNotFound);
    }

    [Fact]
    public async Task What_the_bus_does_not_do_is_refused()
    {
        await using var bus = SampleBus.Start();

        await Should.ThrowAsync<InvalidOperationException>(
            () => bus.Client.CreateReceiver(SampleBus.Topic).ReceiveMessageAsync());
        await Should.ThrowAsync<InvalidOperationException>(
            () => bus.Client.CreateSender("reporting/Subscriptions/totals").SendMessageAsync(SampleBus.Message("m-1")));
        await Should.ThrowAsync<InvalidOperationException>(
            () => bus.Client.AcceptSessionAsync(SampleBus.Topic, SampleBus.Totals, "a session"));
        await Should.ThrowAsync<NotSupportedException>(
            () => bus.Client.CreateRuleManager(SampleBus.Topic, SampleBus.Totals).DeleteRuleAsync("NodeChanged"));
        bus.ShouldHold();
    }

    [Fact]
    public async Task Transactions_are_refused()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1");
        var receiver = bus.Receiver();
        var message = await receiver.ReceiveMessageAsync();
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            (await Should.ThrowAsync<Exception>(() => receiver.CompleteMessageAsync(message)))
                .Message.ShouldContain("does not know transactions");
        }

        bus.ShouldHold(locked: 1);
    }

    [Fact]
    public async Task Names_of_entities_are_the_same_in_any_case()
    {
        await using var bus = SampleBus.Start();
        await bus.Client.CreateSender("Reporting").SendMessageAsync(SampleBus.Message("m-1"));

        (await bus.Client.CreateReceiver("REPORTING", "Totals").ReceiveMessageAsync()).MessageId.ShouldBe("m-1");
    }

    [Fact]
    public async Task The_bus_ends_at_once_though_clients_are_at_work()
    {
        var bus = SampleBus.Start(clock: new FakeTimeProvider());
        await bus.Send("m-1");
        await bus.Receiver().ReceiveMessageAsync();
        var receiving = bus.Receiver(SampleBus.Notices).ReceiveMessageAsync();
        await bus.Until(() => bus.Broker.Count(BusOperation.OpenReceiver) == 2);

        await bus.Broker.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        await Should.ThrowAsync<ServiceBusException>(() => receiving);
        await Should.ThrowAsync<ServiceBusException>(() => bus.Send("m-2"));
        await bus.Client.DisposeAsync();
    }
}
