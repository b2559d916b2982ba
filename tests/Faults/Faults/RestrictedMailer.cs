using System.Collections.Concurrent;
using VksServerless.Application.Notices;
using VksServerless.Notices;
using VksServerless.Server.Notices;

namespace VksServerless.Faults.Faults;

/// <summary>The edition's own mailer behind a carrier's limit: so many mails a minute, then "later" and for how long.</summary>
internal sealed class RestrictedMailer(SmtpSettings settings, TimeProvider clock) : IMailer
{
    private readonly SmtpMailer _inner = new(settings);
    private readonly Lock _lock = new();
    private DateTimeOffset _minute;
    private int _taken;

    /// <summary>Nought: it takes none.</summary>
    public int AMinute { get; set; } = int.MaxValue;

    public Func<Mail, Exception?> Refuses { get; set; } = _ => null;

    /// <summary>How often it had to say "later", minute by minute.</summary>
    public ConcurrentDictionary<DateTimeOffset, int> Later { get; } = [];

    /// <summary>How often it was given a mail, by address.</summary>
    public ConcurrentDictionary<string, int> Asked { get; } = [];

    public Task Send(Mail mail, CancellationToken cancellation)
    {
        Asked.AddOrUpdate(mail.To, 1, (_, times) => times + 1);
        if (Refuses(mail) is { } refusal)
        {
            throw refusal;
        }

        var now = clock.GetUtcNow();
        var minute = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), now.Offset);
        lock (_lock)
        {
            (_taken, _minute) = (minute == _minute ? _taken : 0, minute);
            if (_taken >= AMinute)
            {
                Later.AddOrUpdate(minute, 1, (_, times) => times + 1);
                throw new MailLaterException(minute.AddMinutes(1) - now);
            }

            _taken++;
        }

        return _inner.Send(mail, cancellation);
    }
}
