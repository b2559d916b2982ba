using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Events;
using VksServerless.Functions.Events;
using VksServerless.Functions.Notifications;
using VksServerless.Notifications;

namespace VksServerless.Functions.Difficulties;

/// <summary>Lays the difficulties of an accepted report on the desk, and tells its office of them.</summary>
public sealed class DifficultiesFollowReports(RaiseFromReport raise, WriteDeskNotices notices, IMailLog log, Postman postman, DeliverAgain again, TimeProvider clock)
{
    [Function(nameof(DifficultiesFollowReports))]
    public async Task Run(
        [ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Difficulties, Connection = "ServiceBus")] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellation)
    {
        if (await again.Read(message, actions, cancellation) is ReportAccepted accepted)
        {
            await again.WhenItFails(Subscriptions.Difficulties, [message], actions, () => Follow(accepted, cancellation), cancellation);
        }
    }

    private async Task Follow(ReportAccepted accepted, CancellationToken cancellation)
    {
        if (await raise.Execute(accepted, cancellation) is not (var cycle, { Count: > 0 } raised))
        {
            return;
        }

        foreach (var mail in await notices.InReport(cycle, accepted.Version, raised, cancellation))
        {
            if (await log.Record(mail, clock.GetUtcNow(), cancellation) is { } recorded)
            {
                await postman.Deliver(recorded, cancellation);
            }
        }
    }
}
