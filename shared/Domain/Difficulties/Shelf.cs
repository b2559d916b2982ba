using VksServerless.Units;

namespace VksServerless.Difficulties;

/// <summary>
/// Which difficulties are asked for: of all, of one unit, or of one assignee; all of these, or those of one state, or only what is
/// overdue.
/// </summary>
/// <param name="Unit">Those that this unit has raised.</param>
/// <param name="Assignee">Those that this unit is to answer. Not beside <paramref name="Unit"/>.</param>
/// <param name="OverdueAt">Those without an answer whose time limit is past at that instant, longest first. Not beside
/// <paramref name="State"/>.</param>
public sealed record Shelf(
    UnitCode? Unit = null, UnitCode? Assignee = null, DifficultyState? State = null, DateTimeOffset? OverdueAt = null)
{
    /// <summary>Every one of all units.</summary>
    public static Shelf All { get; } = new();
}
