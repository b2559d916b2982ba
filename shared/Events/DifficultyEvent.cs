using System.Text.Json.Serialization;
using VksServerless.Difficulties;
using VksServerless.Units;

namespace VksServerless.Events;

/// <summary>Something that was done with a difficulty: its history's step of that number says what.</summary>
/// <param name="Unit">Whose difficulty it is.</param>
/// <param name="Revision">The difficulty's, after it.</param>
public abstract record DifficultyEvent(DifficultyId Difficulty, UnitCode Unit, int Revision) : ReportingEvent(Desk.File)
{
    [JsonIgnore]
    public override string Id => $"{Difficulty}.{Revision}.{Subject}";

    /// <summary>What is told of the newest step.</summary>
    public static DifficultyEvent Of(Difficulty now) => now.State switch
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
