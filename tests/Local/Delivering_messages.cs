using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Local.Bus;

namespace VksServerless.Local.Tests;

public class Delivering_messages
{
    [Fact]
    public async Task Each_subscription_gets_the_subjects_that_it_wants_once()
    {
        await using var sample = await Sample.Started();
        var sender = Sender(sample);
        await sender.SendMessageAsync(Message("a", "other"));
        await sender.SendMessageAsync(Message("b", "bulk"));
        await sender.SendMessageAsync(Message("b", "bulk"));
        await sample.Host.WhenQuiet();

        sample.Journal.Entries.Order().ShouldBe(["each bulk b #1", "each other a #1", "many b"]);
    }

    [Fact]
    public async Task What_waits_together_is_delivered_in_one_batch()
    {
        await using var sample = await Sample.Started();
        using var batch = await Sender(sample).CreateMessageBatchAsync();
        foreach (var number in Enumerable.Range(0, 250))
        {
            batch.TryAddMessage(Message($"{number}", "bulk")).ShouldBeTrue();
        }

        await Sender(sample).SendMessagesAsync(batch);
        await sample.Host.WhenQuiet();

        var batches = sample.Journal.Entries.Where(entry => entry.StartsWith("many", StringComparison.Ordinal)).Select(entry => entry[5..].Split(',')).ToList();
        batches.SelectMany(numbers => numbers).Order().ShouldBe(Enumerable.Range(0, 250).Select(n => $"{n}").Order());
        batches.ShouldAllBe(numbers => numbers.Length <= 100);
    }

    [Theory]
    [InlineData("single")]
    [InlineData("bulk")]
    public async Task A_poisoned_message_is_set_aside_with_its_reason_and_delays_no_other(string subject)
    {
        await using var sample = await Sample.Started();
        sample.Journal.On = entry => entry.Contains('P') ? throw new InvalidOperationException("cannot be read") : Task.CompletedTask;
        var sender = Sender(sample);
        await sender.SendMessagesAsync(Enumerable.Range(0, 30).Select(n => Message(n == 7 ? "P" : $"{n}", subject)));
        await sample.Host.WhenQuiet();

        var dead = sample.Host.Services.GetRequiredService<DeadLetters>().All();
        dead.Select(letter => letter.MessageId).Distinct().ShouldBe(["P"]);
        dead.ShouldAllBe(letter => letter.Attempts == 10 && letter.Reason.Contains("cannot be read"));
        dead.Count.ShouldBe(subject == "bulk" ? 2 : 1);
        sample.Journal.Entries.Where(entry => entry.StartsWith("each", StringComparison.Ordinal) && !entry.Contains('P')).Count().ShouldBe(29);
        sample.Journal.Entries.Count(entry => entry.StartsWith("each", StringComparison.Ordinal) && entry.Contains('P')).ShouldBe(10);
    }

    [Fact]
    public async Task A_passing_fault_costs_a_delivery_and_no_message()
    {
        await using var sample = await Sample.Started();
        var failed = new ConcurrentDictionary<string, bool>();
        sample.Journal.On = entry => failed.TryAdd(entry.Split(' ')[2], true) ? throw new TimeoutException() : Task.CompletedTask;
        await Sender(sample).SendMessagesAsync(Enumerable.Range(0, 20).Select(n => Message($"{n}", "single")));
        await sample.Host.WhenQuiet();

        sample.Journal.Entries.Where(entry => entry.EndsWith("#2", StringComparison.Ordinal)).Count().ShouldBe(20);
        sample.Host.Services.GetRequiredService<DeadLetters>().All().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delivery_that_a_stop_interrupts_is_made_again()
    {
        await using var sample = await Sample.Started();
        var arrived = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        sample.Journal.On = async _ =>
        {
            arrived.TrySetResult();
            await gate.Task;
            throw new OperationCanceledException();
        };
        await Sender(sample).SendMessageAsync(Message("a", "single"));
        await arrived.Task;
        var stopping = sample.Host.DisposeAsync();
        gate.SetResult();
        await stopping;
        sample.Journal.On = _ => Task.CompletedTask;

        await sample.Start();
        await sample.Host.WhenQuiet();

        sample.Journal.Entries[0].ShouldBe("each single a #1");
        sample.Journal.Entries.Count.ShouldBeGreaterThan(1);
        sample.Host.Services.GetRequiredService<DeadLetters>().All().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_scheduled_is_delivered_when_the_clock_is_there_and_not_before()
    {
        await using var sample = await Sample.Started();
        var due = sample.Clock.GetUtcNow().AddSeconds(2);
        await Sender(sample).SendMessageAsync(Message("later", "other", due));
        await Sender(sample).SendMessageAsync(Message("now", "other"));
        await sample.Host.WhenQuiet();
        sample.Journal.Entries.ShouldBe(["each other now #1"]);
        sample.Host.NextTimer.ShouldBe(due);

        sample.Clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromTicks(1));
        await sample.Host.WhenQuiet();
        sample.Journal.Entries.Count.ShouldBe(1);

        sample.Clock.Advance(TimeSpan.FromTicks(1));
        await sample.Host.WhenQuiet();
        sample.Journal.Entries.ShouldBe(["each other now #1", "each other later #1"]);
        sample.Host.NextTimer.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_scheduled_outlives_the_process()
    {
        await using var sample = await Sample.Started();
        await Sender(sample).SendMessageAsync(Message("a", "other", sample.Clock.GetUtcNow().AddMinutes(1)));
        await Sender(sample).SendMessageAsync(Message("b", "other", sample.Clock.GetUtcNow().AddMinutes(3)));
        await sample.Restart();
        await sample.Host.WhenQuiet();
        sample.Journal.Entries.ShouldBeEmpty();

        sample.Clock.Advance(TimeSpan.FromMinutes(1));
        await sample.Host.WhenQuiet();
        sample.Journal.Entries.ShouldBe(["each other a #1"]);
        await sample.Host.DisposeAsync();
        sample.Clock.Advance(TimeSpan.FromMinutes(2));

        await sample.Start();
        await sample.Host.WhenQuiet();
        sample.Journal.Entries.ShouldBe(["each other a #1", "each other b #1"]);
        await sample.Restart();
        await sample.Host.WhenQuiet();
        sample.Journal.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_scheduled_twice_under_one_id_is_delivered_once()
    {
        await using var sample = await Sample.Started();
        await Sender(sample).SendMessageAsync(Message("a", "other", sample.Clock.GetUtcNow().AddMinutes(1)));
        await Sender(sample).SendMessageAsync(Message("a", "other", sample.Clock.GetUtcNow().AddMinutes(2)));
        sample.Clock.Advance(TimeSpan.FromMinutes(5));
        await sample.Host.WhenQuiet();

        sample.Journal.Entries.ShouldBe(["each other a #1"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_function_sets_aside_is_not_delivered_again_whatever_becomes_of_its_batch(bool theRestFails)
    {
        await using var sample = await Sample.Started();
        var failed = !theRestFails;
        sample.Journal.On = entry =>
        {
            var fails = !failed && entry.StartsWith("many", StringComparison.Ordinal) && entry.Contains("dead");
            failed |= fails;
            return fails ? throw new TimeoutException() : Task.CompletedTask;
        };
        await Sender(sample).SendMessagesAsync([Message("1", "bulk"), Message("dead", "bulk"), Message("2", "bulk")]);
        await sample.Host.WhenQuiet();

        var letter = sample.Host.Services.GetRequiredService<DeadLetters>().All().ShouldHaveSingleItem();
        (letter.MessageId, letter.Subscription, letter.Attempts, letter.Reason).ShouldBe(("dead", "events/many", 1, "Unreadable: as it says"));
        var delivered = sample.Journal.Entries.Where(entry => entry.StartsWith("many", StringComparison.Ordinal)).SelectMany(entry => entry[5..].Split(',')).ToList();
        delivered.Count(text => text == "dead").ShouldBe(1);
        delivered.Distinct().Order().ShouldBe(["1", "2", "dead"]);
    }

    private static ServiceBusSender Sender(Sample sample) => sample.Host.Services.GetRequiredService<ServiceBusClient>().CreateSender("events");

    private static ServiceBusMessage Message(string text, string subject, DateTimeOffset at = default) =>
        new(text) { MessageId = text, Subject = subject, ScheduledEnqueueTime = at };
}
