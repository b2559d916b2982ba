using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Time.Testing;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Bus;

public class Scheduling
{
    private static readonly DateTimeOffset Now = new(2026, 11, 28, 7, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Now);

    [Fact]
    public async Task A_message_that_was_sent_for_later_comes_when_the_clock_has_got_there()
    {
        await using var bus = SampleBus.Start(clock: _clock);
        var later = SampleBus.Message("later");
        later.ScheduledEnqueueTime = Now.AddHours(1);
        await bus.Sender.SendMessageAsync(later);
        await bus.Send("now");
        var receiver = bus.Receiver();
        (await receiver.ReceiveMessageAsync()).MessageId.ShouldBe("now");
        bus.ShouldHold(locked: 1, scheduled: 1);

        _clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        bus.Broker.CheckTimers();
        bus.Status().Scheduled.ShouldBe(1);

        _clock.Advance(TimeSpan.FromTicks(1));
        bus.Broker.CheckTimers();
        bus.Status().Scheduled.ShouldBe(0);
        var message = await receiver.ReceiveMessageAsync();
        message.MessageId.ShouldBe("later");
        message.ScheduledEnqueueTime.ShouldBe(Now.AddHours(1));
        message.EnqueuedTime.ShouldBe(Now.AddHours(1));
        message.DeliveryCount.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_scheduled_comes_in_the_order_of_its_times()
    {
        await using var bus = SampleBus.Start(clock: _clock);
        await bus.Sender.ScheduleMessagesAsync([SampleBus.Message("third")], Now.AddMinutes(3));
        await bus.Sender.ScheduleMessagesAsync([SampleBus.Message("first"), SampleBus.Message("second")], Now.AddMinutes(1));

        _clock.Advance(TimeSpan.FromMinutes(5));
        bus.Broker.CheckTimers();

        (await bus.Receive(SampleBus.Totals, 3)).Select(message => message.MessageId).ShouldBe(["first", "second", "third"]);
        bus.Broker.Count(BusOperation.Schedule).ShouldBe(2);
    }

    [Fact]
    public async Task A_scheduled_message_can_be_withdrawn_until_it_is_due()
    {
        await using var bus = SampleBus.Start(clock: _clock);
        var kept = await bus.Sender.ScheduleMessageAsync(SampleBus.Message("kept"), Now.AddMinutes(1));
        var withdrawn = await bus.Sender.ScheduleMessageAsync(SampleBus.Message("withdrawn"), Now.AddMinutes(1));

        await bus.Sender.CancelScheduledMessageAsync(withdrawn);
        (await Should.ThrowAsync<ServiceBusException>(() => bus.Sender.CancelScheduledMessagesAsync([kept, withdrawn])))
            .Reason.ShouldBe(ServiceBusFailureReason.MessageNotFound);
        _clock.Advance(TimeSpan.FromMinutes(1));
        bus.Broker.CheckTimers();

        bus.Broker.Peek(SampleBus.Totals).Single().MessageId.ShouldBe("kept");
        await Should.ThrowAsync<ServiceBusException>(() => bus.Sender.CancelScheduledMessageAsync(kept));
        bus.Broker.Count(BusOperation.CancelScheduled).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_for_a_time_that_has_passed_comes_at_once()
    {
        await using var bus = SampleBus.Start(clock: _clock);
        await bus.Sender.ScheduleMessageAsync(SampleBus.Message("late"), Now.AddDays(-1));

        (await bus.Receiver().ReceiveMessageAsync()).MessageId.ShouldBe("late");
    }

    [Fact]
    public async Task With_the_clock_of_the_system_nobody_needs_to_look_again()
    {
        await using var bus = SampleBus.Start();
        var receiving = bus.Receiver().ReceiveMessageAsync();
        await bus.Sender.ScheduleMessageAsync(SampleBus.Message("soon"), DateTimeOffset.UtcNow.AddSeconds(1));

        (await receiving).MessageId.ShouldBe("soon");
    }

    [Fact]
    public async Task A_second_message_of_an_id_is_dropped_within_the_window_and_taken_after_it()
    {
        await using var bus = SampleBus.Start(clock: _clock);
        await bus.Send("m-1", "m-1", "m-2");
        await bus.Sender.SendMessagesAsync([SampleBus.Message("m-2"), SampleBus.Message("m-3"), SampleBus.Message("m-3")]);
        bus.Broker.Peek(SampleBus.Totals).Select(message => message.MessageId).ShouldBe(["m-1", "m-2", "m-3"]);
        bus.Broker.Count(BusOperation.DropDuplicate).ShouldBe(3);

        _clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
        await bus.Send("m-1");
        bus.Status().Waiting.ShouldBe(3);

        _clock.Advance(TimeSpan.FromTicks(1));
        await bus.Send("m-1");
        bus.Status().Waiting.ShouldBe(4);
    }

    [Fact]
    public async Task A_message_that_waits_for_its_time_is_a_duplicate_already()
    {
        await using var bus = SampleBus.Start(clock: _clock);
        await bus.Sender.ScheduleMessageAsync(SampleBus.Message("m-1"), Now.AddDays(1));
        await bus.Send("m-1");
        await bus.Sender.ScheduleMessageAsync(SampleBus.Message("m-1"), Now.AddDays(2));

        bus.ShouldHold(scheduled: 1);
        bus.Broker.Count(BusOperation.DropDuplicate).ShouldBe(2);
    }

    [Fact]
    public async Task Messages_without_an_id_are_never_duplicates()
    {
        await using var bus = SampleBus.Start();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("one") { Subject = "NodeChanged" });
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("one") { Subject = "NodeChanged" });

        bus.Status().Waiting.ShouldBe(2);
    }
}
