using Azure.Messaging.ServiceBus;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Bus;

public class Sending
{
    [Fact]
    public async Task A_message_arrives_as_it_was_sent()
    {
        await using var bus = SampleBus.Start();
        var sent = new ServiceBusMessage(BinaryData.FromBytes([0, 1, 255]))
        {
            MessageId = "m-1",
            Subject = "NodeChanged",
            ContentType = "application/json",
            CorrelationId = "cycle 7",
            ReplyTo = "answers",
            To = "the totals",
            PartitionKey = "T84",
            ApplicationProperties =
            {
                ["text"] = "Chất vấn",
                ["flag"] = true,
                ["byte"] = (byte)200,
                ["long"] = long.MinValue,
                ["double"] = 0.5,
                ["decimal"] = 12.75m,
                ["char"] = 'Đ',
                ["guid"] = new Guid("b1a40f5e-7d2f-4a6f-9d5b-6f0a1c2d3e4f"),
                ["instant"] = new DateTime(2026, 11, 28, 7, 0, 0, DateTimeKind.Utc),
                ["span"] = TimeSpan.FromMinutes(90),
                ["offset"] = new DateTimeOffset(2026, 11, 28, 7, 0, 0, TimeSpan.FromHours(7)),
                ["uri"] = new Uri("https://vks.example/x"),
            },
        };
        await bus.Sender.SendMessageAsync(sent);

        var received = await bus.Receiver().ReceiveMessageAsync();

        received.Body.ToArray().ShouldBe([0, 1, 255]);
        received.MessageId.ShouldBe("m-1");
        received.Subject.ShouldBe("NodeChanged");
        received.ContentType.ShouldBe("application/json");
        received.CorrelationId.ShouldBe("cycle 7");
        received.ReplyTo.ShouldBe("answers");
        received.To.ShouldBe("the totals");
        received.PartitionKey.ShouldBe("T84");
        received.ApplicationProperties.ShouldBe(sent.ApplicationProperties, ignoreOrder: true);
    }

    [Fact]
    public async Task A_message_is_numbered_and_says_when_it_was_enqueued_and_until_when_it_is_locked()
    {
        await using var bus = SampleBus.Start();
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        await bus.Sender.SendMessageAsync(SampleBus.Message("unseen", "ReportSubmitted"));
        await bus.Send("m-1", "m-2");

        var received = await bus.Receive(SampleBus.Totals, 2);

        received.Select(message => message.SequenceNumber).ShouldBe([1, 2]);
        received.Select(message => message.EnqueuedSequenceNumber).ShouldBe([2, 3]);
        received.ShouldAllBe(message => message.DeliveryCount == 1);
        received.ShouldAllBe(message => message.EnqueuedTime >= before && message.EnqueuedTime <= DateTimeOffset.UtcNow);
        received.ShouldAllBe(message => message.LockedUntil > DateTimeOffset.UtcNow.AddSeconds(20));
        received.Select(message => message.LockToken).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_batch_arrives_message_by_message_in_its_order()
    {
        await using var bus = SampleBus.Start();
        using var batch = await bus.Sender.CreateMessageBatchAsync();
        string[] ids = [.. Enumerable.Range(0, 50).Select(number => $"m-{number}")];
        ids.ShouldAllBe(id => batch.TryAddMessage(SampleBus.Message(id)));
        await bus.Sender.SendMessagesAsync(batch);

        var received = await bus.Receive(SampleBus.Totals, 50);

        received.Select(message => message.MessageId).ShouldBe(ids);
        received.Select(message => message.Body.ToString()).ShouldBe(ids.Select(id => "body of " + id));
        bus.Broker.Count(BusOperation.SendBatch).ShouldBe(1);
        bus.Broker.Count(BusOperation.Accept).ShouldBe(50);
    }

    [Fact]
    public async Task A_subscription_takes_its_subjects_and_no_other()
    {
        await using var bus = SampleBus.Start();
        await bus.Sender.SendMessagesAsync(
        [
            SampleBus.Message("one", "NodeChanged"),
            SampleBus.Message("two", "ReportSubmitted"),
            SampleBus.Message("three", "ReportAccepted"),
        ]);

        (await bus.Receive(SampleBus.Totals, 1)).Single().MessageId.ShouldBe("one");
        (await bus.Receive(SampleBus.Notices, 2)).Select(message => message.MessageId).ShouldBe(["two", "three"]);
        (await bus.Receive(SampleBus.Difficulties, 1)).Single().MessageId.ShouldBe("three");
        bus.Broker.Status().ShouldAllBe(status => status.Waiting == 0);
    }

    [Theory]
    [InlineData("CycleForgotten")]
    [InlineData("nodechanged")]
    [InlineData(null)]
    public async Task A_message_of_an_unknown_subject_lands_nowhere_and_is_counted(string? subject)
    {
        await using var bus = SampleBus.Start();
        await bus.Sender.SendMessageAsync(new ServiceBusMessage("lost") { Subject = subject });

        bus.Broker.Status().ShouldAllBe(status => status.IsQuiet && status.Scheduled == 0 && status.DeadLettered == 0);
        bus.Broker.Count(BusOperation.DropUnmatched).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_as_large_as_the_bus_takes_arrives_whole()
    {
        await using var bus = SampleBus.Start();
        var body = new byte[ServiceBusBroker.MaxMessageSize - 1024];
        new Random(1).NextBytes(body);
        await bus.Sender.SendMessageAsync(new ServiceBusMessage(body) { MessageId = "large", Subject = "NodeChanged" });

        (await bus.Receiver().ReceiveMessageAsync()).Body.ToArray().ShouldBe(body);
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        await using var bus = SampleBus.Start();
        ServiceBusMessage TooLarge() => new(new byte[ServiceBusBroker.MaxMessageSize]) { Subject = "NodeChanged" };
        using var batch = await bus.Sender.CreateMessageBatchAsync();

        batch.MaxSizeInBytes.ShouldBe(ServiceBusBroker.MaxMessageSize);
        batch.TryAddMessage(TooLarge()).ShouldBeFalse();
        (await Should.ThrowAsync<ServiceBusException>(() => bus.Sender.SendMessageAsync(TooLarge())))
            .Reason.ShouldBe(ServiceBusFailureReason.MessageSizeExceeded);
        (await Should.ThrowAsync<ServiceBusException>(() => bus.Sender.ScheduleMessageAsync(TooLarge(), DateTimeOffset.MaxValue)))
            .Reason.ShouldBe(ServiceBusFailureReason.MessageSizeExceeded);
        bus.Broker.Count(BusOperation.Accept).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_expires_is_refused_rather_than_kept_for_ever()
    {
        await using var bus = SampleBus.Start();
        var message = SampleBus.Message("short-lived");
        message.TimeToLive = TimeSpan.FromMinutes(1);

        await Should.ThrowAsync<NotSupportedException>(() => bus.Sender.SendMessageAsync(message));
        await Should.ThrowAsync<NotSupportedException>(() => bus.Sender.ScheduleMessageAsync(message, DateTimeOffset.UtcNow.AddDays(1)));
        bus.Broker.Count(BusOperation.Accept).ShouldBe(0);
    }
}
