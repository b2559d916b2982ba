using System.Diagnostics;
using System.Text;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VksServerless.Application;
using VksServerless.Application.Events;
using VksServerless.Azure.Events;
using VksServerless.Cycles;
using VksServerless.Functions.Cycles;
using VksServerless.Functions.Events;
using VksServerless.Functions.Tests.Cycles;
using VksServerless.Storage;
using VksServerless.Storage.Events;

namespace VksServerless.Functions.Tests.Events;

/// <summary>What a bus trigger does with the bodies that it is given.</summary>
public class Delivering_events
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.Zero));
    private readonly RowsInMemory _rows = new();
    private readonly List<ServiceBusMessage> _sent = [];
    private readonly Listener _listener = new();
    private readonly LentDurableClient _durable = new();

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task An_event_reaches_its_listener()
    {
        await Triggers(Subscriptions.Difficulties).Difficulties(Body(2), None);

        _listener.Handled.ShouldHaveSingleItem().ShouldBe(new CycleChanged(ACycle.Id, 2));
        _sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_read_is_set_aside_as_a_row_and_delays_no_other()
    {
        await Triggers(Subscriptions.Totals).Totals(["not json", Body(2), """{"event":"Nonsense"}"""], None);

        _listener.Handled.Count.ShouldBe(1);
        _sent.ShouldBeEmpty();
        _rows.All.Count.ShouldBe(2);
        _rows.All.ShouldAllBe(row => row.Partition == "set-aside|totals");
        _rows.All.ShouldAllBe(row => Text(row).Contains("Unreadable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_fails_comes_again_later_to_this_subscription_alone()
    {
        _listener.Fault = new TimeoutException("busy");

        await Triggers(Subscriptions.Notices).Notices(Body(2), None);

        var again = _sent.ShouldHaveSingleItem();
        again.Subject.ShouldBe("again.notices");
        again.ScheduledEnqueueTime.ShouldBe(_time.GetUtcNow().AddSeconds(2));
        again.MessageId.ShouldBe($"{new EventMessage(Encoding.UTF8.GetBytes(Body(2))).Digest}~notices~1");
        EventMessage.Read(again.Body.ToMemory()).Attempt.ShouldBe(1);
        _rows.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_attempt_has_an_id_of_its_own_and_delivered_twice_it_has_the_same()
    {
        _listener.Fault = new TimeoutException("busy");
        var triggers = Triggers(Subscriptions.Notices);
        await triggers.Notices(Body(2), None);
        await triggers.Notices(Body(2), None);
        await triggers.Notices(_sent[0].Body.ToString(), None);

        _sent.Select(message => message.MessageId.Split('~')[^1]).ShouldBe(["1", "1", "2"]);
        _sent[1].MessageId.ShouldBe(_sent[0].MessageId);
        _sent.ShouldAllBe(message => message.MessageId.Length <= 128);
    }

    [Fact]
    public async Task What_has_failed_for_a_day_is_set_aside()
    {
        _listener.Fault = new TimeoutException("busy");
        var body = Body(2);
        for (var attempt = 0; _rows.All.Count == 0; attempt++)
        {
            attempt.ShouldBeLessThan(2000);
            _sent.Clear();
            await Triggers(Subscriptions.Notices).Notices(body, None);
            body = _sent.SingleOrDefault()?.Body.ToString() ?? body;
        }

        _rows.All.ShouldHaveSingleItem().Partition.ShouldBe("set-aside|notices");
        _sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_it_cannot_be_scheduled_the_bus_delivers_the_original_again()
    {
        _listener.Fault = new TimeoutException("busy");
        var triggers = Triggers(Subscriptions.Notices, new ServiceBusException("busy", ServiceBusFailureReason.ServiceBusy));

        var delivery = triggers.Notices(Body(2), None);
        var began = _time.GetUtcNow();
        while (!delivery.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await Should.ThrowAsync<AggregateException>(() => delivery)).InnerExceptions.ShouldHaveSingleItem()
            .ShouldBeOfType<ServiceBusException>();
        (_time.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30), "20 deliveries must not pass in seconds");
    }

    [Fact]
    public async Task The_trigger_of_cycles_lends_its_durable_client()
    {
        var deaf = new DeafWorkflow(_time.GetUtcNow());
        await using (deaf)
        {
            _listener.Act = () => _durable.Client.RaiseEventAsync("cycle-1", "WakeUp");

            await Triggers(Subscriptions.Cycles).Cycles(Body(2), deaf, None);

            deaf.Asked.ShouldBe(["wake"]);
            Should.Throw<InvalidOperationException>(() => _durable.Client, "the loan has ended");
        }
    }

    [Fact]
    public async Task An_event_is_handled_in_the_trace_that_committed_it_also_when_it_comes_again()
    {
        using var request = Tracing.Begin("request");
        var committed = Encoding.UTF8.GetString(EventEnvelope.Write(new CycleChanged(ACycle.Id, 2)).Body.Span);
        var trace = Tracing.Id.ShouldNotBeNull();
        request.Stop();
        var seen = new List<string?>();
        var triggers = Triggers(Subscriptions.Notices);
        _listener.Act = () =>
        {
            seen.Add(Tracing.Id);
            return seen.Count == 1 ? throw new TimeoutException("busy") : Task.CompletedTask;
        };

        await InItsOwnTrace(() => triggers.Notices(committed, None));
        var again = _sent.ShouldHaveSingleItem();
        await InItsOwnTrace(() => triggers.Notices(again.Body.ToString(), None));

        seen.ShouldBe([trace, trace]);
        again.ApplicationProperties["Diagnostic-Id"].ShouldBeOfType<string>().ShouldContain(trace);
        EventMessage.Read(again.Body.ToMemory()).Attempt.ShouldBe(1);
    }

    [Fact]
    public async Task Events_handled_together_belong_to_the_trace_of_the_first_and_name_the_others()
    {
        var (first, second) = (Committed(2), Committed(2));
        Activity? handling = null;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Tracing.SourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        _listener.Act = () =>
        {
            handling = Activity.Current;
            return Task.CompletedTask;
        };

        await Triggers(Subscriptions.Totals).Totals([first.Body, second.Body], None);

        handling.ShouldNotBeNull().TraceId.ToHexString().ShouldBe(first.Trace);
        handling.Links.ShouldHaveSingleItem().Context.TraceId.ToHexString().ShouldBe(second.Trace);
    }

    /// <summary>As the host calls a function.</summary>
    private static async Task InItsOwnTrace(Func<Task> function)
    {
        using var invocation = new Activity("invocation").SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom()).Start();
        await function();
    }

    private static (string Body, string Trace) Committed(int revision)
    {
        using var request = Tracing.Begin("request");
        return (Encoding.UTF8.GetString(EventEnvelope.Write(new CycleChanged(ACycle.Id, revision)).Body.Span), Tracing.Id!);
    }

    private static string Text(Row row) => Encoding.UTF8.GetString(row.Body.Span);

    private static string Body(int revision) => Encoding.UTF8.GetString(EventJson.Write(new CycleChanged(ACycle.Id, revision)).Span);

    private BusTriggers Triggers(string subscription, Exception? fault = null)
    {
        _listener.Subscription = subscription;
        var setAside = new ServiceCollection().AddSingleton<IRowStore>(_rows).AddReportingStorage().BuildServiceProvider()
            .GetRequiredService<ISetAsideMessages>();
        var deliver = new DeliverEvents([_listener], setAside, _time, NullLogger<DeliverEvents>.Instance);
        return new BusTriggers(new DeliverFromBus(deliver, new Sender(_sent, fault), _time), _durable);
    }

    private sealed class Listener : IListener
    {
        public string Subscription { get; set; } = "";

        public List<ReportingEvent> Handled { get; } = [];

        public Exception? Fault { get; set; }

        public Func<Task> Act { get; set; } = () => Task.CompletedTask;

        public async Task Handle(ReportingEvent happened, CancellationToken cancellation)
        {
            if (Fault is not null)
            {
                throw Fault;
            }

            await Act();
            Handled.Add(happened);
        }
    }

    /// <summary>The genuine client's own type for tests.</summary>
    private sealed class Sender(List<ServiceBusMessage> sent, Exception? fault) : ServiceBusSender
    {
        public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
        {
            if (fault is not null)
            {
                throw fault;
            }

            sent.Add(message);
            return Task.CompletedTask;
        }
    }
}
