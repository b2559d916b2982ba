using VksServerless.Application.Jobs;
using VksServerless.Difficulties;

namespace VksServerless.Application.Difficulties;

/// <summary>
/// Closes what was answered long ago and not reopened, and notifies the desk's office once a day of what is overdue.
/// A second run on the same day sends no second notice.
/// </summary>
public sealed class LookAfterDifficulties(
    IDifficulties difficulties, ChangeDifficulty change, IDeskOffice office, TimeProvider clock) : IJob
{
    private const int PageSize = 200;

    public Cadence Cadence => Cadence.EveryMorning;

    public async Task Run(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await CloseAnswered(now, cancellation);
        var overdue = await difficulties.List(Shelf.All with { OverdueAt = now }, PageSize, null, cancellation);
        await office.NotifyOfOverdue(VietnamTime.DayOf(now), overdue, cancellation);
    }

    /// <summary>
    /// What was answered first comes first, so that it ends at the first that is to stay; what is left over is done tomorrow.
    /// </summary>
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
