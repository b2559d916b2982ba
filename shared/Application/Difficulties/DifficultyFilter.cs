using VksServerless.Cycles;
using VksServerless.Difficulties;

namespace VksServerless.Application.Difficulties;

/// <summary>What somebody looks for among the difficulties.</summary>
/// <param name="State">Null: any.</param>
/// <param name="Overdue">Only what has no answer though its time limit is past. Not beside <paramref name="State"/>.</param>
/// <param name="Mine">Only what waits for who looks.</param>
/// <param name="Assigned">Only what the unit of who looks is to answer, or has answered. Not beside <paramref name="Mine"/>.</param>
/// <param name="Unit">A unit's code, or part of its name; empty: every unit.</param>
/// <param name="Cycle">Null: of any report, and of none.</param>
/// <param name="Search">Part of the title, in any case and without accents; empty: every one.</param>
public sealed record DifficultyFilter(
    DifficultyState? State = null, bool Overdue = false, bool Mine = false, bool Assigned = false, string Unit = "",
    CycleId? Cycle = null, string Search = "")
{
    /// <summary>Whether it must look into entries to choose among them.</summary>
    internal bool Looks => Mine || Unit.Length > 0 || Cycle is not null || Search.Length > 0;
}
