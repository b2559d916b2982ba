using System.Runtime.ExceptionServices;
using VksServerless.Application.Cycles;
using VksServerless.Application.Jobs;
using VksServerless.Difficulties;
using VksServerless.Notices;

namespace VksServerless.Application.Notices;

/// <summary>
/// Sends what was recorded and did not go out, of the desk and all cycles what cannot wait and is
/// oldest first, until the carrier takes no more. What does not fit into one round goes out in the next.
/// </summary>
public sealed class SendWaitingMails(EachCycle each, IMailLog log, MailDelivery delivery, TimeProvider clock) : IJob
{
    private const int InOneRound = 500;

    /// <summary>For so long the caller that recorded a mail is still trying to send it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>A carrier may take seconds over each mail, and other jobs wait for the end of this one.</summary>
    private static readonly TimeSpan LongestRound = TimeSpan.FromSeconds(45);

    public Cadence Cadence => Cadence.EveryMinute;

    public async Task Run(CancellationToken cancellation)
    {
        if (delivery.IsPaused)
        {
            return;
        }

        var start = clock.GetUtcNow();
        var until = start - Patience;
        var waiting = new List<Versioned<LoggedMail>>();
        Exception? unreadable = null;
        try
        {
            waiting.AddRange(await log.Waiting(MailFile.Desk, InOneRound, cancellation));
            await each.Execute(
                async cycle =>
                    waiting.AddRange(await log.Waiting(MailFile.Of(cycle), InOneRound, cancellation)), cancellation,
                    EachCycle.LongestAfterEnd);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // A cycle that cannot be read keeps the mails of no other waiting.
            unreadable = fault;
        }

        var inOrder = waiting.Where(mail => mail.Value.TriedSince <= until).OrderBy(mail => mail.Value.Mail.CanWait)
            .ThenBy(mail => mail.Value.TriedSince);
        foreach (var mail in inOrder.TakeWhile(_ => !delivery.IsPaused && clock.GetUtcNow() < start + LongestRound))
        {
            await delivery.Deliver(mail, cancellation);
        }

        if (unreadable is not null)
        {
            ExceptionDispatchInfo.Throw(unreadable);
        }
    }
}
