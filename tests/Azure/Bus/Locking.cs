using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Time.Testing;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Bus;

public class Locking
{
    [Fact]
    public async Task A_message_whose_lock_runs_out_comes_again_with_its_count_up()
    {
        await using var bus = SampleBus.Start(lockSeconds: 1);
        await bus.Send("m-1");
        var receiver = bus.Receiver();
        var message = await receiver.ReceiveMessageAsync();

        var again = await receiver.ReceiveMessageAsync();

        again.MessageId.ShouldBe("m-1");
        again.DeliveryCount.ShouldBe(2);
        again.LockToken.ShouldNotBe(message.LockToken);
        bus.Broker.Count(BusOperation.ExpireLock).ShouldBe(1);
    }

    [Fact]
    public async Task A_lock_that_ran_out_is_lost()
    {
        await using var bus = SampleBus.Start(lockSeconds: 1);
        await bus.Send("m-1");
        var receiver = bus.Receiver();
        var message = await receiver.ReceiveMessageAsync();
        await bus.Until(() => bus.Status().Waiting == 1);

        (await Should.ThrowAsync<ServiceBusException>(() => receiver.CompleteMessageAsync(message)))
            .Reason.ShouldBe(ServiceBusFailureReason.MessageLockLost);
        (await Should.ThrowAsync<ServiceBusException>(() => receiver.RenewMessageLockAsync(message)))
            .Reason.ShouldBe(ServiceBusFailureReason.MessageLockLost);
        (await Should.ThrowAsync<ServiceBusException>(() => bus.Receiver().AbandonMessageAsync(message)))
            .Reason.ShouldBe(ServiceBusFailureReason.MessageLockLost);
        bus.Status().Waiting.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_whose_locks_keep_running_out_is_dead_lettered()
    {
        await using var bus = SampleBus.Start(lockSeconds: 0.5, maxDeliveryCount: 2);
        await bus.Send("m-1");
        var receiver = bus.Receiver();
        await receiver.ReceiveMessageAsync();
        await receiver.ReceiveMessageAsync();

        await bus.Until(() => bus.Status().DeadLettered == 1);

        bus.Status().DeadLetters.Keys.ShouldBe(["MaxDeliveryCountExceeded"]);
    }

    [Fact]
    public async Task A_renewed_lock_lasts_longer()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var bus = SampleBus.Start(lockSeconds: 30, clock: clock);
        await bus.Send("m-1");
        var receiver = bus.Receiver();
        var message = await receiver.ReceiveMessageAsync();
        var lockedUntil = message.LockedUntil;
        clock.Advance(TimeSpan.FromSeconds(1));

        await receiver.RenewMessageLockAsync(message);

        message.LockedUntil.ShouldBeGreaterThan(lockedUntil);
        await receiver.CompleteMessageAsync(message);
        bus.Broker.Count(BusOperation.RenewLock).ShouldBe(1);
    }

    [Fact]
    public async Task A_processor_keeps_a_message_for_longer_than_a_lock_lasts()
    {
        await using var bus = SampleBus.Start(lockSeconds: 5);
        await bus.Send("m-1");
        var deliveries = 0;
        await using var processor = bus.Client.CreateProcessor(
            SampleBus.Topic, SampleBus.Totals, new ServiceBusProcessorOptions { MaxAutoLockRenewalDuration = TimeSpan.FromMinutes(5) });
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        processor.ProcessMessageAsync += async arguments =>
        {
            Interlocked.Increment(ref deliveries);
            var end = arguments.Message.LockedUntil;
            await bus.Until(() => DateTimeOffset.UtcNow > end && bus.Broker.Count(BusOperation.RenewLock) >= 2);
        };
        await processor.StartProcessingAsync();
        await bus.Until(() => bus.Broker.Count(BusOperation.Complete) == 1);
        await processor.StopProcessingAsync();

        deliveries.ShouldBe(1);
        bus.Broker.Count(BusOperation.ExpireLock).ShouldBe(0);
        bus.ShouldHold();
    }

    [Fact]
    public async Task What_a_receiver_had_locked_stays_locked_when_it_closes_until_the_lock_runs_out()
    {
        await using var bus = SampleBus.Start(lockSeconds: 2);
        await bus.Send("m-1");
        var closing = bus.Receiver();
        var message = await closing.ReceiveMessageAsync();
        await closing.CloseAsync();

        var again = await bus.Receiver().ReceiveMessageAsync();

        again.DeliveryCount.ShouldBe(2);
        DateTimeOffset.UtcNow.ShouldBeGreaterThanOrEqualTo(message.LockedUntil);
        bus.Broker.Count(BusOperation.ExpireLock).ShouldBe(1);
    }

    [Fact]
    public async Task Locks_run_in_real_time_whatever_the_clock_says()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2018, 5, 15, 0, 0, 0, TimeSpan.Zero));
        await using var bus = SampleBus.Start(lockSeconds: 60, clock: clock);
        await bus.Send("m-1");
        var receiver = bus.Receiver();
        var message = await receiver.ReceiveMessageAsync();
        message.LockedUntil.ShouldBeGreaterThan(DateTimeOffset.UtcNow);
        message.EnqueuedTime.ShouldBe(clock.GetUtcNow());

        clock.Advance(TimeSpan.FromDays(30));
        bus.Broker.CheckTimers();

        await receiver.CompleteMessageAsync(message);
        bus.ShouldHold();
    }
}
