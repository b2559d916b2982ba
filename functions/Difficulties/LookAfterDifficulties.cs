using Microsoft.Azure.Functions.Worker;
using VksServerless.Difficulties;
using VksServerless.Functions.Notifications;
using VksServerless.Notifications;

namespace VksServerless.Functions.Difficulties;

/// <summary>
/// Every morning, on one host: closes what was answered long ago and not reopened, and tells the desk's office in one mail what is overdue.
/// A second run on the same day tells nothing new.
/// </summary>
public sealed class LookAfterDifficulties(
    IDifficulties difficulties, ChangeDifficulty change, WriteDeskNotices notices, IMailLog log, Postman postman, TimeProvider clock)
{
    private const int PageSize = 200;

    /// <summary>Eight in the morning in Vietnam.</summary>
    [Function(nameof(LookAfterDifficulties))]
    public async Task Run([TimerTrigger("0 0 1 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await CloseAnswered(now, cancellation);
        var overdue = await difficulties.List(Shelf.All with { OverdueAt = now }, PageSize, null, cancellation);
        foreach (var mail in await notices.Overdue(VietnamTime.DayOf(now), overdue, cancellation))
        {
            if (await log.Record(mail, now, cancellation) is { } recorded)
            {
                await postman.Deliver(recorded, cancellation);
            }
        }
    }

    /// <summary>What was answered first comes first, so that it ends at the first that is to stay; what is left over is done tomorrow.</summary>
    private async Task CloseAnswered(DateTimeOffset now, CancellationToken cancellation)
    {
        var answered = await difficulties.List(Shelf.All with { State = DifficultyState.Answered }, PageSize, null, cancellation);
        foreach (var entry in answered.Items.TakeWhile(entry => now >= entry.ChangedAt + TimeLimit.AfterAnswer))
        {
            if (await difficulties.Find(entry.Id, cancellation) is { } read)
            {
                await change.Execute(read, read.Value.Revision, difficulty => difficulty.CloseByItself(now), cancellation);
            }
        }
    }
}
