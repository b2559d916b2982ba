using VksServerless.Application.Events;
using VksServerless.Cycles;
using VksServerless.Difficulties;

namespace VksServerless.Application.Notices;

/// <summary>
/// Records the mails that an event calls for and tries to send each; what does not go out now, <see cref="SendWaitingMails"/>
/// sends.
/// </summary>
public sealed class MailsFollowEvents(WriteNotices notices, WriteDeskNotices deskNotices, MailDelivery delivery) : IListener
{
    public string Subscription => Subscriptions.Notices;

    public async Task Handle(ReportingEvent happened, CancellationToken cancellation) => await delivery.Send(
        happened switch
        {
            DifficultyEvent difficulty => await deskNotices.Execute(difficulty, cancellation),
            CycleEvent inCycle => await notices.Execute(inCycle, cancellation),
            _ => [],
        },
        cancellation);
}
