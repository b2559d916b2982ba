using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using VksServerless.Events;
using VksServerless.Notifications;
using VksServerless.Storage.Events;

namespace VksServerless.Functions.Notifications;

/// <summary>Writes and sends the mails that an event calls for, each recorded before and marked after it goes out.</summary>
public sealed partial class MailsFollowEvents(WriteNotices notices, IMailLog log, IMailer mailer, TimeProvider clock, ILogger<MailsFollowEvents> logger)
{
    [Function(nameof(MailsFollowEvents))]
    public async Task Run(
        [ServiceBusTrigger(Subscriptions.Topic, Subscriptions.Notifications, Connection = "ServiceBus")] ServiceBusReceivedMessage message,
        CancellationToken cancellation)
    {
        foreach (var mail in await notices.Execute(EventEnvelope.Read(message.Body.ToMemory()), cancellation))
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
