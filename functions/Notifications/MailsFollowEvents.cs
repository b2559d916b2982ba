using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Forms;
using VksServerless.Functions.Events;
using VksServerless.Notifications;

namespace VksServerless.Functions.Notifications;

/// <summary>Records the mails that an event calls for and tries to send each; what does not go out now, <see cref="SendWaitingMails"/> sends.</summary>
public sealed class MailsFollowEvents(ICycles cycles, FormCatalogue forms, IMailLog log, Postman postman, DeliverAgain again, TimeProvider clock)
{
    [Function(nameof(MailsFollowEvents))]
    public async Task Run(
        [ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Notifications, Connection = "ServiceBus")] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellation)
    {
        if (await again.Read(message, actions, cancellation) is { } happened)
        {
            await again.WhenItFails(Subscriptions.Notifications, [message], actions, () => Tell(happened, cancellation), cancellation);
        }
    }

    private async Task Tell(ReportingEvent happened, CancellationToken cancellation)
    {
        if (await cycles.Read(happened.Cycle, cancellation) is not { Value: var cycle })
        {
            return;
        }

        // A draft that is cancelled has told nobody, so it has no roster and nobody to tell.
        var roster = await cycles.Roster(happened.Cycle, cancellation) ?? new Roster([], []);
        foreach (var mail in Notices.Of(happened, cycle, forms.Find(cycle.Terms.Form)!, roster))
        {
            if (await log.Record(mail, clock.GetUtcNow(), cancellation) is { } recorded)
            {
                await postman.Deliver(recorded, cancellation);
            }
        }
    }
}
