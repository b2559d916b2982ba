using Microsoft.Azure.Functions.Worker;
using VksServerless.Difficulties;
using VksServerless.Functions.Cycles;
using VksServerless.Notifications;

namespace VksServerless.Functions.Notifications;

/// <summary>
/// Every minute, on one host at a time: sends what was recorded and did not go out, of the desk and all cycles what cannot wait and is
/// oldest first, until the carrier takes no more. What does not fit into one round goes out in the next.
/// </summary>
public sealed class SendWaitingMails(EachCycle each, IMailLog log, Postman postman, TimeProvider clock)
{
    private const int InOneRound = 500;

    /// <summary>For so long a mail is the business of whoever has recorded it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Ten thousand mails at a hundred an hour are done within a week.</summary>
    private static readonly TimeSpan AfterEnd = TimeSpan.FromDays(30);

    [Function(nameof(SendWaitingMails))]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        if (postman.IsPaused)
        {
            return;
        }

        var until = clock.GetUtcNow() - Patience;
        var waiting = new List<Versioned<LoggedMail>>();
        try
        {
            waiting.AddRange(await log.Waiting(Desk.File, InOneRound, cancellation));
            await each.Execute(
                async cycle => waiting.AddRange(await log.Waiting(cycle, InOneRound, cancellation)), cancellation, AfterEnd);
        }
        finally
        {
            // A cycle that cannot be read keeps the mails of no other waiting.
            var inOrder = waiting.Where(mail => mail.Value.RecordedAt <= until).OrderBy(mail => mail.Value.Mail.CanWait).ThenBy(mail => mail.Value.RecordedAt);
            foreach (var mail in inOrder.TakeWhile(_ => !postman.IsPaused))
            {
                await postman.Deliver(mail, cancellation);
            }
        }
    }
}
