using VksServerless.Difficulties;

namespace VksServerless.Application.Difficulties;

/// <summary>Lets a decision add a step to a difficulty and writes it with its event.</summary>
public sealed class ChangeDifficulty(IDifficulties difficulties) : IUseCase
{
    /// <param name="revision">The one that the decision was made on; another one is stale.</param>
    public async Task<Outcome<Difficulty>> Execute(
        Versioned<Difficulty> read, int revision, Func<Difficulty, Outcome<Difficulty>> decide, CancellationToken cancellation)
    {
        if (read.Value.Revision != revision)
        {
            return DifficultyRefusals.Stale;
        }

        var decided = decide(read.Value);
        return decided.Refused || await difficulties.Save(read, decided.Value, [DifficultyEvent.Of(decided.Value)], cancellation)
            ? decided
            : DifficultyRefusals.Stale;
    }
}
