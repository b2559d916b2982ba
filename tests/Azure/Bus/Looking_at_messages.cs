using System.Text;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Time.Testing;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Bus;

public class Looking_at_messages
{
    [Fact]
    public async Task A_client_peeks_at_all_that_is_enqueued_and_changes_nothing()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1", "m-2", "m-3");
        var receiver = bus.Receiver();
        await receiver.AbandonMessageAsync(await receiver.ReceiveMessageAsync());
        var locked = await receiver.ReceiveMessageAsync();

        var peeked = await receiver.PeekMessagesAsync(2);
        var more = await receiver.PeekMessagesAsync(2);
        var none = await receiver.PeekMessagesAsync(2);

        peeked.Select(message => message.MessageId).ShouldBe(["m-1", "m-2"]);
        peeked.Select(message => message.DeliveryCount).ShouldBe([1, 0]);
        peeked.ShouldAllBe(message => message.State == ServiceBusMessageState.Active);
        more.Single().Body.ToString().ShouldBe("body of m-3");
        none.ShouldBeEmpty();
        (await receiver.PeekMessageAsync(fromSequenceNumber: 3)).MessageId.ShouldBe("m-3");
        bus.ShouldHold(waiting: 2, locked: 1);
        locked.MessageId.ShouldBe("m-1");
    }

    [Fact]
    public async Task A_client_peeks_at_dead_letters()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1");
        var receiver = bus.Receiver();
        await receiver.DeadLetterMessageAsync(await receiver.ReceiveMessageAsync(), "unreadable");

        (await bus.Receiver(queue: SubQueue.DeadLetter).PeekMessageAsync()).DeadLetterReason.ShouldBe("unreadable");
        (await receiver.PeekMessageAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task The_bus_shows_what_it_holds_for_a_subscription()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 28, 7, 0, 0, TimeSpan.Zero));
        await using var bus = SampleBus.Start(clock: clock);
        await bus.Send("dead", "locked", "waiting");
        await bus.Sender.ScheduleMessageAsync(SampleBus.Message("scheduled", "again.totals"), clock.GetUtcNow().AddHours(1));
        await bus.Sender.ScheduleMessageAsync(SampleBus.Message("not theirs", "ReportAccepted"), clock.GetUtcNow().AddHours(1));
        var receiver = bus.Receiver();
        await receiver.DeadLetterMessageAsync(await receiver.ReceiveMessageAsync(), "unreadable", "It is no event.");
        await receiver.ReceiveMessageAsync();

        var held = bus.Broker.Peek(SampleBus.Totals);

        held.Select(message => (message.MessageId, message.State)).ShouldBe(
        [
            ("locked", MessageState.Locked), ("waiting", MessageState.Waiting), ("scheduled", MessageState.Scheduled),
            ("dead", MessageState.DeadLettered),
        ]);
        Encoding.UTF8.GetString(held[1].Body.Span).ShouldBe("body of waiting");
        held[2].DueAt.ShouldBe(clock.GetUtcNow().AddHours(1));
        held[2].Subject.ShouldBe("again.totals");
        (held[3].DeadLetterReason, held[3].DeadLetterDescription).ShouldBe(("unreadable", "It is no event."));
        bus.Broker.Status().Select(status => (status.Name, status.Waiting, status.Locked, status.Scheduled, status.DeadLettered)).ShouldBe(
        [
            ("totals", 1, 1, 1, 1), ("notices", 0, 0, 1, 0), ("difficulties", 0, 0, 1, 0),
        ]);
        Should.Throw<ArgumentException>(() => bus.Broker.Peek("nobody"));
    }
}
