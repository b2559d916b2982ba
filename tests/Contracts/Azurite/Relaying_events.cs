using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VksServerless.Application.Cycles;
using VksServerless.Application.Events;
using VksServerless.Azure.Events;
using VksServerless.Contracts.Ports;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Storage.Cycles;
using VksServerless.Storage.Difficulties;
using VksServerless.Storage.Events;
using VksServerless.Units;

namespace VksServerless.Contracts.Azurite;

/// <summary>From the commit to the bus: at once by the relay, or later by the sweep.</summary>
[Collection(OnAzurite.Name)]
public class Relaying_events(AzuriteServer azurite) : PortContract
{
    private static readonly DifficultyClosed Closed = new(DifficultyId.From(PersonId.Of("p-1"), "khoa-1"), Sample.Unit(1), 4);

    private readonly OutboxChannel _committed = new();
    private readonly Topic _topic = new();

    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);

    [Fact]
    public async Task What_was_committed_is_offered_to_the_relay()
    {
        await ChangeTheCycle();

        Offered().ShouldHaveSingleItem().Message.Id.ShouldBe($"{Sample.Id()}.2.CycleChanged");
    }

    [Fact]
    public async Task What_was_refused_is_not_offered()
    {
        var cycles = Cycles();
        await cycles.Create(Sample.Cycle(), None);
        var read = (await cycles.Read(Sample.Id(), None)).ShouldNotBeNull() with { ETag = ETag.Of("\"0\"") };

        (await cycles.Save(read, read.Value with { Revision = 2 }, [new CycleChanged(Sample.Id(), 2)], None)).ShouldBeFalse();

        Offered().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_offered_reaches_the_bus_under_its_own_id_and_is_forgotten()
    {
        await ChangeTheCycle();
        using var relay = Relay();

        await relay.StartAsync(None);
        await WhenSent(1);
        await relay.StopAsync(None);

        var sent = _topic.Sent.ShouldHaveSingleItem();
        sent.ApplicationProperties.ShouldBeEmpty();
        (sent.MessageId, sent.Subject, sent.ContentType)
            .ShouldBe(($"{Sample.Id()}.2.CycleChanged", nameof(CycleChanged), "application/json"));
        (await Events()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_swept_still_names_the_trace_that_committed_it()
    {
        using (new Activity("request").Start())
        {
            await LeaveADifficulty();
            await Sweep(later: TimeSpan.FromSeconds(10)).Run(None);

            var sent = _topic.Sent.ShouldHaveSingleItem();
            sent.ApplicationProperties["Diagnostic-Id"].ShouldBe(Activity.Current!.Id);
            EventMessage.Read(sent.Body.ToMemory()).Trace.ShouldBe(Activity.Current.Id);
        }
    }

    [Fact]
    public async Task What_the_bus_does_not_take_stays_and_the_relay_goes_on()
    {
        _topic.Fault = new ServiceBusException("busy", ServiceBusFailureReason.ServiceBusy);
        await ChangeTheCycle();
        using var relay = Relay();

        await relay.StartAsync(None);
        await WhenTried(1);
        _topic.Fault = null;
        _committed.Offer(new PendingMessage(DifficultyKeys.Partition, EventEnvelope.Write(Closed)));
        await WhenSent(1);
        await relay.StopAsync(None);

        (await Events()).ShouldBe([$"{Sample.Id()}.2.CycleChanged"]);
    }

    [Fact]
    public async Task The_sweep_sends_what_was_left_behind_of_difficulties_and_of_cycles_under_way()
    {
        await StartACycle();
        await LeaveADifficulty();

        await Sweep(later: TimeSpan.FromSeconds(10)).Run(None);

        _topic.Sent.Select(message => message.Subject).Order().ShouldBe([nameof(CycleChanged), nameof(DifficultyClosed)]);
        (await Events()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_sweep_leaves_to_the_relay_what_it_has_in_hand()
    {
        await StartACycle();

        await Sweep(later: TimeSpan.FromSeconds(5)).Run(None);

        _topic.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sweep_that_fails_says_so_of_difficulties_and_of_cycles()
    {
        await StartACycle();
        await LeaveADifficulty();
        _topic.Fault = new ServiceBusException("busy", ServiceBusFailureReason.ServiceBusy);

        var failed = await Should.ThrowAsync<AggregateException>(() => Sweep(later: TimeSpan.FromSeconds(10)).Run(None));

        failed.InnerExceptions.Count.ShouldBe(2);
        failed.InnerExceptions.ShouldAllBe(fault => fault is ServiceBusException);
    }

    [Fact]
    public async Task A_partition_that_fails_keeps_none_of_the_others_waiting()
    {
        const int superiors = 40;
        await StartACycle();
        await Cycles().Fix(
            Sample.Id(),
            new Roster(
                [
                    .. Enumerable.Range(1, superiors).Select(number => new Participant(
                        Sample.Unit(100 + number), $"VKSND huyện {number}", UnitLevel.District, Sample.Unit(number), Tier.District, [])),
                ],
                []),
            None);
        var outbox = new Broken(CyclePartitions.Of(Sample.Id(), null).Single());
        var cycles = Cycles();
        var sweep = new SweepOutbox(new EachCycle(cycles, new Clock(Sample.Now)), cycles, outbox, Relay(outbox));

        (await Should.ThrowAsync<AggregateException>(() => sweep.Run(None))).InnerExceptions.ShouldHaveSingleItem()
            .ShouldBeOfType<IOException>();

        outbox.Asked.Count(partition => partition.StartsWith($"{Sample.Id()}|", StringComparison.Ordinal)).ShouldBe(superiors + 1);
    }

    private ICycles Cycles() => Host<ICycles>(new RelayedRowStore(Rows, _committed));

    private OutboxRelay Relay(IOutbox? outbox = null) =>
        new(_committed, outbox ?? Outbox, _topic.Sender(), NullLogger<OutboxRelay>.Instance);

    /// <param name="later">After now.</param>
    private SweepOutbox Sweep(TimeSpan later)
    {
        var cycles = Cycles();
        var outbox = new Later(Outbox, later);
        return new SweepOutbox(new EachCycle(cycles, new Clock(Sample.Now)), cycles, outbox, Relay(outbox));
    }

    private async Task ChangeTheCycle()
    {
        var cycles = Cycles();
        await cycles.Create(Sample.Cycle(), None);
        var read = (await cycles.Read(Sample.Id(), None)).ShouldNotBeNull();
        await cycles.Save(read, read.Value with { Revision = 2 }, [new CycleChanged(Sample.Id(), 2)], None);
    }

    private async Task StartACycle()
    {
        var cycles = Cycles();
        await cycles.Create(Sample.Cycle(), None);
        var read = (await cycles.Read(Sample.Id(), None)).ShouldNotBeNull();
        await cycles.Save(
            read, read.Value with { Revision = 2, Phase = new CyclePhase.Open(Sample.Now) }, [new CycleChanged(Sample.Id(), 2)], None);
    }

    private async Task LeaveADifficulty() =>
        await Rows.Commit(DifficultyKeys.Partition, [], [EventEnvelope.Write(Closed)], None);

    private List<PendingMessage> Offered()
    {
        var offered = new List<PendingMessage>();
        while (_committed.Reader.TryRead(out var message))
        {
            offered.Add(message);
        }

        return offered;
    }

    private Task WhenSent(int count) => Until(() => _topic.Sent.Count >= count);

    private Task WhenTried(int count) => Until(() => _topic.Tries >= count);

    private static async Task Until(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!holds())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    /// <summary>Empty, but for one partition that cannot be read.</summary>
    private sealed class Broken(string partition) : IOutbox
    {
        public ConcurrentBag<string> Asked { get; } = [];

        public async Task<IReadOnlyList<PendingMessage>> Pending(string of, TimeSpan settled, int size, CancellationToken cancellation)
        {
            // Also what is asked for later than the failure must be asked for.
            await Task.Yield();
            Asked.Add(of);
            cancellation.ThrowIfCancellationRequested();
            return of == partition ? throw new IOException("A broken partition.") : [];
        }

        public Task Forget(IReadOnlyList<PendingMessage> messages, CancellationToken cancellation) => Task.CompletedTask;
    }

    /// <summary>As the outbox looks some time later.</summary>
    private sealed class Later(IOutbox now, TimeSpan later) : IOutbox
    {
        public Task<IReadOnlyList<PendingMessage>> Pending(string partition, TimeSpan settled, int size, CancellationToken cancellation) =>
            now.Pending(partition, settled - later > TimeSpan.Zero ? TimeSpan.FromDays(1) : TimeSpan.Zero, size, cancellation);

        public Task Forget(IReadOnlyList<PendingMessage> messages, CancellationToken cancellation) => now.Forget(messages, cancellation);
    }
}
