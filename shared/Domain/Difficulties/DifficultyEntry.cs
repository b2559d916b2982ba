using VksServerless.Units;

namespace VksServerless.Difficulties;

/// <summary>A difficulty as lists show it.</summary>
/// <param name="ChangedAt">When it came to stand as it stands.</param>
public sealed record DifficultyEntry(
    DifficultyId Id, UnitCode Unit, DifficultySource? From, DifficultyArea Area, string Title, DifficultyState State, UnitCode? Assignee,
    DateTimeOffset RaisedAt, DateTimeOffset DueAt, DateTimeOffset ChangedAt)
{
    public bool Waits => State is DifficultyState.Raised or DifficultyState.Assigned or DifficultyState.Reopened;

    public bool IsOverdue(DateTimeOffset now) => Waits && now > DueAt;

    public static DifficultyEntry Of(Difficulty difficulty) => new(
        difficulty.Id, difficulty.Unit, difficulty.From, difficulty.Area, difficulty.Title, difficulty.State, difficulty.Assignment?.To,
        difficulty.Raising.At, difficulty.DueAt, difficulty.History[^1].At);
}
