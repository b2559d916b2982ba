using System.Diagnostics;
using Microsoft.Extensions.Logging;
using VksServerless.Notices;

namespace VksServerless.Application.Notices;

/// <summary>
/// Hands recorded mails to the carrier and marks what became of them; while the carrier takes none, leaves them where they are.
/// </summary>
public sealed partial class MailDelivery(IMailer mailer, IMailLog log, TimeProvider clock, ILogger<MailDelivery> logger) : IUseCase
{
    private static readonly TimeSpan UsualPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>As mail servers do (RFC 5321, 4.5.4.1): what has failed by itself for so long never arrives.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    /// <summary>So long mails are sent where they were called for; what takes longer is left to <see cref="SendWaitingMails"/>.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    private long _pausedUntil;
    private string? _pausedBy;

    /// <summary>Whether the carrier has asked not to be given more for now. Each host finds out for itself.</summary>
    public bool IsPaused => clock.GetUtcNow().UtcTicks < Volatile.Read(ref _pausedUntil);

    /// <summary>Records each mail that was not recorded before and tries to send it.</summary>
    public async Task Send(IReadOnlyList<Mail> mails, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() + AtOnce;
        foreach (var mail in mails)
        {
            if (await log.Record(mail, clock.GetUtcNow(), cancellation) is { } recorded && clock.GetUtcNow() < until)
            {
                await Deliver(recorded, cancellation);
            }
        }
    }

    /// <summary>Never throws because of the mail or the carrier: what did not go out still waits.</summary>
    public async Task Deliver(Versioned<LoggedMail> waiting, CancellationToken cancellation)
    {
        if (IsPaused)
        {
            return;
        }

        var mail = waiting.Value.Mail;
        using var span = Tracing.Begin($"mail {mail.Kind}", waiting.Value.Trace, ActivityKind.Client).SetTag("vks.mail", mail.Key);
        try
        {
            await mailer.Send(waiting.Value.ToCarry, cancellation);
        }
        catch (MailRefusedException refused)
        {
            Refused(refused, mail.Key);
            await log.MarkRefused(waiting, refused.Message, clock.GetUtcNow(), cancellation);
            return;
        }
        catch (MailLaterException later)
        {
            // At this very mail once more, and the carrier names no limit: then it is the mail, and the others need not wait for it.
            if (Interlocked.Exchange(ref _pausedBy, mail.Key) == mail.Key && later.RetryAfter is null)
            {
                await Failed(waiting, later, cancellation);
                return;
            }

            Pause(later);
            return;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            await Failed(waiting, fault, cancellation);
            return;
        }

        await log.MarkSent(waiting, clock.GetUtcNow(), cancellation);
    }

    private void Pause(MailLaterException later)
    {
        var asked = (later.RetryAfter ?? UsualPause).Ticks;
        var until = clock.GetUtcNow().AddTicks(Math.Clamp(asked, ShortestPause.Ticks, LongestPause.Ticks));
        Volatile.Write(ref _pausedUntil, until.UtcTicks);
        Paused(later, until);
    }

    private async Task Failed(Versioned<LoggedMail> waiting, Exception fault, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now < waiting.Value.TriedSince + Patience)
        {
            Waits(fault, waiting.Value.Mail.Key);
            return;
        }

        Refused(fault, waiting.Value.Mail.Key);
        await log.MarkRefused(waiting, fault.Message, now, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Key} will never go out")]
    private partial void Refused(Exception why, string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No mail is taken until {Until:O}")]
    private partial void Paused(Exception why, DateTimeOffset until);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Key} could not be sent now")]
    private partial void Waits(Exception why, string key);
}
