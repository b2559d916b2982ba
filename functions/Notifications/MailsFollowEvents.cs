using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Events;
using VksServerless.Functions.Events;
using VksServerless.Notifications;

namespace VksServerless.Functions.Notifications;

/// <summary>Records the mails that an event calls for and tries to send each; what does not go out now, <see cref="SendWaitingMails"/> sends.</summary>
public sealed class MailsFollowEvents(WriteNotices notices, WriteDeskNotices deskNotices, IMailLog log, Postman postman, DeliverAgain again, TimeProvider clock)
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
        var mails = happened is DifficultyEvent difficulty ? await deskNotices.Execute(difficulty, cancellation) : await notices.Execute(happened, cancellation);
        foreach (var mail in mails)
        {
            if (await log.Record(mail, clock.GetUtcNow(), cancellation) is { } recorded)
            {
                await postman.Deliver(recorded, cancellation);
            }
        }
    }
}
