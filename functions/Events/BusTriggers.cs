using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VksServerless.Application.Events;
using VksServerless.Azure.Events;
using VksServerless.Functions.Cycles;

namespace VksServerless.Functions.Events;

/// <summary>
/// One trigger for each subscription, bound to the body alone. Returning completes a message, throwing has the bus deliver it
/// again; what fails by itself is scheduled or set aside by <see cref="DeliverFromBus"/>.
/// </summary>
public sealed class BusTriggers(DeliverFromBus deliver, LentDurableClient durable)
{
    private const string Bus = "ServiceBus";

    /// <summary>Many at once: changes below one superior that arrive together are added up once.</summary>
    [Function("TotalsFollow")]
    public Task Totals(
        [ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Totals, Connection = Bus, IsBatched = true)] string[] bodies,
        CancellationToken cancellation) => deliver.Execute(Subscriptions.Totals, bodies, cancellation);

    [Function("NoticesFollow")]
    public Task Notices(
        [ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Notices, Connection = Bus)] string body,
        CancellationToken cancellation) => deliver.Execute(Subscriptions.Notices, [body], cancellation);

    [Function("CyclesFollow")]
    public async Task Cycles(
        [ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Cycles, Connection = Bus)] string body,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        using var lent = durable.Lend(client);
        await deliver.Execute(Subscriptions.Cycles, [body], cancellation);
    }

    [Function("DifficultiesFollow")]
    public Task Difficulties(
        [ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Difficulties, Connection = Bus)] string body,
        CancellationToken cancellation) => deliver.Execute(Subscriptions.Difficulties, [body], cancellation);
}
