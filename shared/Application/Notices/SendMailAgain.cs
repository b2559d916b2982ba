using VksServerless.Notices;
using VksServerless.People;

namespace VksServerless.Application.Notices;

/// <summary>
/// Gửi lại: a mail that has failed for good waits again and goes out at once, if the carrier takes it. On record with who asked; asked
/// twice, it goes out once.
/// </summary>
public sealed class SendMailAgain(IMailLog log, MailDelivery delivery, TimeProvider clock) : IUseCase
{
    public async Task<Outcome<LoggedMail>> Execute(MailFile file, string key, Caller by, CancellationToken cancellation)
    {
        if (await log.Find(file, key, cancellation) is not { } failed)
        {
            return MailRefusals.Unknown;
        }

        var again = failed.Value.SendAgain(by.Name, clock.GetUtcNow());
        if (again.Refused)
        {
            return again;
        }

        if (await log.Reopen(failed, again.Value, cancellation) is not { } waiting)
        {
            return MailRefusals.NotFailed;
        }

        await delivery.Deliver(waiting, cancellation);
        return (await log.Find(file, key, cancellation))!.Value;
    }
}
