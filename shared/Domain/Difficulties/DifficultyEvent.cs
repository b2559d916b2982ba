using System.Text.Json.Serialization;
using VksServerless.Units;

namespace VksServerless.Difficulties;

/// <summary>Something that was done with a difficulty: its history's step of that number says what.</summary>
/// <param name="Unit">Whose difficulty it is.</param>
/// <param name="Revision">The difficulty's, after it.</param>
public abstract record DifficultyEvent(DifficultyId Difficulty, UnitCode Unit, int Revision) : ReportingEvent
{
    [JsonIgnore]
    public override string Id => $"{Difficulty}.{Revision}.{Subject}";

    /// <summary>The event of the newest step.</summary>
    public static DifficultyEvent Of(Difficulty now) => Named(now) with { At = now.History[^1].At, By = now.History[^1].By.Person };

    private static DifficultyEvent Named(Difficulty now) => now.State switch
    {
        DifficultyState.Raised => new DifficultyRaised(now.Id, now.Unit, now.Revision),
        DifficultyState.Assigned => new DifficultyAssigned(now.Id, now.Unit, now.Revision),
        DifficultyState.Answered => new DifficultyAnswered(now.Id, now.Unit, now.Revision),
        DifficultyState.Closed => new DifficultyClosed(now.Id, now.Unit, now.Revision),
        _ => new DifficultyReopened(now.Id, now.Unit, now.Revision),
    };
}

public sealed record DifficultyRaised(DifficultyId Difficulty, UnitCode Unit, int Revision) : DifficultyEvent(Difficulty, Unit, Revision);

public sealed record DifficultyAssigned(DifficultyId Difficulty, UnitCode Unit, int Revision) : DifficultyEvent(Difficulty, Unit, Revision);

public sealed record DifficultyAnswered(DifficultyId Difficulty, UnitCode Unit, int Revision) : DifficultyEvent(Difficulty, Unit, Revision);

public sealed record DifficultyClosed(DifficultyId Difficulty, UnitCode Unit, int Revision) : DifficultyEvent(Difficulty, Unit, Revision);

public sealed record DifficultyReopened(DifficultyId Difficulty, UnitCode Unit, int Revision) : DifficultyEvent(Difficulty, Unit, Revision);
