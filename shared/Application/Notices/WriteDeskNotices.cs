using VksServerless.Application.Difficulties;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Notices;

namespace VksServerless.Application.Notices;

/// <summary>Reads what the notices of the desk have to say and writes them.</summary>
public sealed class WriteDeskNotices(IDifficulties difficulties, IDirectoryStore directories, Desk desk, Portal portal) : IUseCase
{
    public async Task<IReadOnlyList<Mail>> Execute(DifficultyEvent happened, CancellationToken cancellation) =>
        await difficulties.Find(happened.Difficulty, cancellation) is { Value: var difficulty }
            ? (await Notices(cancellation)).Of(happened, difficulty)
            : [];

    public async Task<IReadOnlyList<Mail>> InReport(
        Cycle cycle, int version, IReadOnlyList<Difficulty> raised, CancellationToken cancellation) =>
        (await Notices(cancellation)).InReport(cycle, version, raised);

    public async Task<IReadOnlyList<Mail>> Overdue(DateOnly day, Page<DifficultyEntry> overdue, CancellationToken cancellation) =>
        (await Notices(cancellation)).Overdue(day, overdue.Items, overdue.Continuation is null);

    private async Task<DeskNotices> Notices(CancellationToken cancellation) =>
        new((await directories.Read(cancellation)).Value, desk, portal);
}
