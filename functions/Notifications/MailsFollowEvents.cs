using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Forms;
using VksServerless.Notifications;
using VksServerless.Storage.Events;

namespace VksServerless.Functions.Notifications;

/// <summary>Writes and sends the mails that an event calls for, each recorded before and marked after it goes out.</summary>
public sealed partial class MailsFollowEvents(ICycles cycles, FormCatalogue forms, IMailLog log, IMailer mailer, TimeProvider clock, ILogger<MailsFollowEvents> logger)
{
    [Function(nameof(MailsFollowEvents))]
    public async Task Run(
        [ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Notifications, Connection = "ServiceBus")] ServiceBusReceivedMessage message,
        CancellationToken cancellation)
    {
        var happened = EventEnvelope.Read(message.Body.ToMemory());
        if (await cycles.Read(happened.Cycle, cancellation) is not { Value: var cycle })
        {
            return;
        }

        // A draft that is cancelled has told nobody, so it has no roster and nobody to tell.
        var roster = await cycles.Roster(happened.Cycle, cancellation) ?? new Roster([], []);
        foreach (var mail in Notices.Of(happened, cycle, forms.Find(cycle.Terms.Form)!, roster))
        {
            await SendOnce(mail, cancellation);
        }
    }

    private async Task SendOnce(Mail mail, CancellationToken cancellation)
    {
        if (!await log.Record(mail, clock.GetUtcNow(), cancellation))
        {
            return;
        }

        try
        {
            await mailer.Send(mail, cancellation);
            await log.MarkSent(mail, clock.GetUtcNow(), cancellation);
        }
        catch (MailRefusedException refused)
        {
            Refused(refused, mail.Key);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Key} was refused for good")]
    private partial void Refused(Exception why, string key);
}
