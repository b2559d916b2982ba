using VksServerless.Access;
using VksServerless.Application.Units;
using VksServerless.Difficulties;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Application.Difficulties;

/// <summary>Opens the difficulty that is named, for those who may see it; to all others it is as if there were none.</summary>
public sealed class DifficultyAccess(IDifficulties difficulties, IDirectoryStore directories) : IUseCase
{
    public async Task<Outcome<OpenDifficulty>> Read(Caller caller, string difficulty, CancellationToken cancellation)
    {
        var directory = (await directories.Read(cancellation)).Value;
        return DifficultyId.TryParse(difficulty, out var id)
            && await difficulties.Find(id, cancellation) is { Value: var found } read
            && Permission.ReadsDifficulty(caller, found.Unit, found.Assignment?.To, directory)
                ? new OpenDifficulty(read, directory)
                : DifficultyRefusals.Unknown(difficulty.Length > 40 ? difficulty[..40] : difficulty);
    }

    public async Task<Outcome<OpenDifficulty>> For(
        Caller caller, string difficulty, Func<Caller, Difficulty, bool> permits, CancellationToken cancellation)
    {
        var open = await Read(caller, difficulty, cancellation);
        return open.Refused || permits(caller, open.Value.Difficulty) ? open : AccessRefusals.NotPermitted;
    }
}

/// <summary>A difficulty as it was read, and the directory that its units are named by.</summary>
public sealed record OpenDifficulty(Versioned<Difficulty> Read, UnitDirectory Directory)
{
    public Difficulty Difficulty => Read.Value;
}
