using Azure.Messaging.ServiceBus;
using VksServerless.Emulation.Bus;

namespace VksServerless.Azure.Tests.Bus;

public class Settling
{
    [Fact]
    public async Task A_completed_message_is_gone()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1");
        var receiver = bus.Receiver();
        var message = await receiver.ReceiveMessageAsync();
        bus.ShouldHold(locked: 1);

        await receiver.CompleteMessageAsync(message);

        bus.ShouldHold();
        bus.Broker.Count(BusOperation.Complete).ShouldBe(1);
    }

    [Fact]
    public async Task An_abandoned_message_comes_again_first_with_its_count_up_and_its_properties_changed()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1", "m-2");
        var receiver = bus.Receiver();
        var message = await receiver.ReceiveMessageAsync();

        await receiver.AbandonMessageAsync(message, new Dictionary<string, object> { ["attempt"] = 1, ["why"] = "busy" });

        var again = await receiver.ReceiveMessageAsync();
        again.MessageId.ShouldBe("m-1");
        again.DeliveryCount.ShouldBe(2);
        again.SequenceNumber.ShouldBe(message.SequenceNumber);
        again.LockToken.ShouldNotBe(message.LockToken);
        again.ApplicationProperties.ShouldBe(new Dictionary<string, object> { ["attempt"] = 1, ["why"] = "busy" }, ignoreOrder: true);
        again.Body.ToString().ShouldBe("body of m-1");
    }

    [Fact]
    public async Task A_message_that_is_never_completed_is_dead_lettered()
    {
        await using var bus = SampleBus.Start(maxDeliveryCount: 3);
        await bus.Send("poison", "good");
        var receiver = bus.Receiver();
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            var message = await receiver.ReceiveMessageAsync();
            message.MessageId.ShouldBe("poison");
            message.DeliveryCount.ShouldBe(delivery);
            await receiver.AbandonMessageAsync(message);
        }

        (await receiver.ReceiveMessageAsync()).MessageId.ShouldBe("good");
        bus.Status().DeadLetters.ShouldBe(new Dictionary<string, int> { ["MaxDeliveryCountExceeded"] = 1 });
        var dead = await bus.Receiver(queue: SubQueue.DeadLetter).ReceiveMessageAsync();
        dead.MessageId.ShouldBe("poison");
        dead.DeadLetterReason.ShouldBe("MaxDeliveryCountExceeded");
        dead.DeadLetterErrorDescription.ShouldBe("Message could not be consumed after 3 delivery attempts.");
    }

    [Fact]
    public async Task A_message_is_dead_lettered_with_reason_description_and_properties()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1");
        var receiver = bus.Receiver();
        await receiver.DeadLetterMessageAsync(
            await receiver.ReceiveMessageAsync(), new Dictionary<string, object> { ["line"] = 7 }, "unreadable", "It is no event.");

        bus.Status().DeadLetters.ShouldBe(new Dictionary<string, int> { ["unreadable"] = 1 });
        var deadLetters = bus.Receiver(queue: SubQueue.DeadLetter);
        var dead = await deadLetters.ReceiveMessageAsync();
        dead.DeadLetterReason.ShouldBe("unreadable");
        dead.DeadLetterErrorDescription.ShouldBe("It is no event.");
        dead.ApplicationProperties["line"].ShouldBe(7);
        dead.Body.ToString().ShouldBe("body of m-1");

        await deadLetters.CompleteMessageAsync(dead);
        bus.Status().DeadLettered.ShouldBe(0);
    }

    [Fact]
    public async Task A_message_is_dead_lettered_without_a_reason()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1");
        var receiver = bus.Receiver();
        await receiver.DeadLetterMessageAsync(await receiver.ReceiveMessageAsync());

        bus.Status().DeadLetters.ShouldBe(new Dictionary<string, int> { [""] = 1 });
    }

    [Fact]
    public async Task A_dead_letter_stays_one_however_often_it_is_abandoned()
    {
        await using var bus = SampleBus.Start(maxDeliveryCount: 1);
        await bus.Send("m-1");
        var receiver = bus.Receiver();
        await receiver.AbandonMessageAsync(await receiver.ReceiveMessageAsync());
        var deadLetters = bus.Receiver(queue: SubQueue.DeadLetter);
        for (var delivery = 0; delivery < 3; delivery++)
        {
            await deadLetters.AbandonMessageAsync(await deadLetters.ReceiveMessageAsync());
        }

        var dead = await deadLetters.ReceiveMessageAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => deadLetters.DeadLetterMessageAsync(dead, "again"));
        await deadLetters.CompleteMessageAsync(dead);
        bus.Status().DeadLettered.ShouldBe(0);
    }

    [Fact]
    public async Task Deferring_is_refused_and_the_message_stays_with_its_receiver()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1");
        var receiver = bus.Receiver();
        var message = await receiver.ReceiveMessageAsync();

        await Should.ThrowAsync<NotSupportedException>(() => receiver.DeferMessageAsync(message));
        await Should.ThrowAsync<NotSupportedException>(() => receiver.ReceiveDeferredMessageAsync(message.SequenceNumber));

        bus.ShouldHold(locked: 1);
        await receiver.CompleteMessageAsync(message);
        bus.ShouldHold();
    }

    [Fact]
    public async Task What_is_received_and_deleted_is_gone_with_its_delivery()
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1", "m-2");
        var receiver = bus.Receiver(mode: ServiceBusReceiveMode.ReceiveAndDelete);

        (await receiver.ReceiveMessageAsync()).Body.ToString().ShouldBe("body of m-1");

        bus.ShouldHold(waiting: 1);
        (await receiver.ReceiveMessageAsync()).MessageId.ShouldBe("m-2");
        bus.Broker.Count(BusOperation.Complete).ShouldBe(0);
    }

    [Theory]
    [InlineData("complete")]
    [InlineData("abandon")]
    [InlineData("dead-letter")]
    [InlineData("defer")]
    public async Task A_message_can_be_settled_over_another_link_than_it_came_by(string how)
    {
        await using var bus = SampleBus.Start();
        await bus.Send("m-1");
        var message = await bus.Receiver().ReceiveMessageAsync();
        var other = bus.Receiver();

        await (how switch
        {
            "complete" => other.CompleteMessageAsync(message),
            "abandon" => other.AbandonMessageAsync(message, new Dictionary<string, object> { ["attempt"] = 1 }),
            "dead-letter" => other.DeadLetterMessageAsync(message, "unreadable", "It is no event."),
            _ => other.DeferMessageAsync(message).ShouldThrowAsync<NotSupportedException>(),
        });

        var held = bus.Broker.Peek(SampleBus.Totals).SingleOrDefault();
        held?.State.ShouldBe(how switch
        {
            "abandon" => MessageState.Waiting,
            "dead-letter" => MessageState.DeadLettered,
            _ => MessageState.Locked,
        });
        (held is null).ShouldBe(how == "complete");
        held?.DeliveryCount.ShouldBe(how == "abandon" ? 1 : 0);
        held?.DeadLetterReason.ShouldBe(how == "dead-letter" ? "unreadable" : null);
    }
}
