using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Difficulties;

/// <summary>Whose turn it is with a difficulty.</summary>
public static class Attention
{
    /// <summary>
    /// The centre names who answers what is new or came back; who was named answers; the unit that raised it says whether the guidance
    /// has helped.
    /// </summary>
    public static bool WaitsFor(this DifficultyEntry entry, Caller caller) => caller.Role switch
    {
        Role.Centre => entry.State is DifficultyState.Raised or DifficultyState.Reopened,
        Role.UnitReporter or Role.UnitHead => (entry.Waits && entry.Assignee == caller.Unit)
            || (entry.State is DifficultyState.Answered && entry.Unit == caller.Unit),
        _ => false,
    };

    /// <summary>Where what waits for somebody stands; empty: nothing ever does.</summary>
    public static IReadOnlyList<Shelf> ShelvesWaitingFor(Caller caller) => caller.Role switch
    {
        Role.Centre =>
        [
            Shelf.All with { State = DifficultyState.Reopened }, Shelf.All with { State = DifficultyState.Raised },
        ],
        Role.UnitReporter or Role.UnitHead when caller.Unit != UnitCode.Sector =>
        [
            Shelf.All with { Assignee = caller.Unit }, Shelf.All with { Unit = caller.Unit, State = DifficultyState.Answered },
        ],
        _ => [],
    };
}
