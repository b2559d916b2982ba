using Azure.Messaging.ServiceBus;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Bus;

public class Counting_what_is_used
{
    private const string Totals = "reporting/Subscriptions/totals";
    private const string DeadLetters = Totals + "/$DeadLetterQueue";

    [Fact]
    public async Task Every_operation_is_counted_where_it_was_done()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1", "m-1");
        await bus.Sender.SendMessagesAsync([SampleBus.Message("m-2"), SampleBus.Message("m-3"), SampleBus.Message("stray", "unknown")]);
        await bus.Sender.CancelScheduledMessageAsync(
            await bus.Sender.ScheduleMessageAsync(SampleBus.Message("m-4"), DateTimeOffset.UtcNow.AddDays(1)));
        var receiver = bus.Receiver();
        await receiver.PeekMessageAsync();
        var message = await receiver.ReceiveMessageAsync();
        await receiver.RenewMessageLockAsync(message);
        await receiver.AbandonMessageAsync(message);
        await receiver.CompleteMessageAsync(await receiver.ReceiveMessageAsync());
        await receiver.DeadLetterMessageAsync(await receiver.ReceiveMessageAsync());
        await bus.Receiver(queue: SubQueue.DeadLetter).ReceiveMessageAsync();

        bus.Broker.Uses.Select(use => (use.Entity, use.Operation, use.Times)).ShouldBe(
        [
            ("", BusOperation.Connect, 1),
            ("reporting", BusOperation.OpenSender, 1),
            ("reporting", BusOperation.Send, 2),
            ("reporting", BusOperation.SendBatch, 1),
            ("reporting", BusOperation.Accept, 5),
            ("reporting", BusOperation.DropDuplicate, 1),
            ("reporting", BusOperation.DropUnmatched, 1),
            ("reporting", BusOperation.Schedule, 1),
            ("reporting", BusOperation.CancelScheduled, 1),
            (Totals, BusOperation.OpenReceiver, 1),
            (Totals, BusOperation.Peek, 1),
            (Totals, BusOperation.Deliver, 3),
            (Totals, BusOperation.RenewLock, 1),
            (Totals, BusOperation.Abandon, 1),
            (Totals, BusOperation.Complete, 1),
            (Totals, BusOperation.DeadLetter, 1),
            (DeadLetters, BusOperation.OpenReceiver, 1),
            (DeadLetters, BusOperation.Deliver, 1),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task The_rights_that_clients_need_follow_from_what_they_did()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1");
        await bus.Receiver().ReceiveMessageAsync();

        bus.Broker.Uses.Where(use => use.Right != BusRight.None).Select(use => (use.Entity, use.Right)).Distinct().ShouldBe(
            [("reporting", BusRight.Send), (Totals, BusRight.Listen)], ignoreOrder: true);
    }
}
