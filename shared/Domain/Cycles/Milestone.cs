using System.Text.Json.Serialization;

namespace VksServerless.Cycles;

/// <summary>
/// Mốc của kế hoạch: what the plan foresees beside the units' reports, e.g. the sector report by 31/8/2018, the conference by 31/12/2018.
/// </summary>
/// <param name="Name">What is to be done. One line.</param>
/// <param name="On">The last day, in Vietnam.</param>
/// <param name="RemindDays">On which days around it there is a reminder, e.g. -7, 0; ascending, distinct.</param>
/// <param name="Concerns">Who is reminded.</param>
/// <param name="ConcernsUnits">Whether every unit that takes part is reminded as well.</param>
public sealed record Milestone(
    string Name, DateOnly On, IReadOnlyList<int> RemindDays, IReadOnlyList<Recipient> Concerns, bool ConcernsUnits)
{
    internal const int Most = 20;

    /// <summary>The last day on which something is said of it.</summary>
    internal DateOnly LastDay => RemindDays is [.., var last] && last > 0 ? On.AddDays(last) : On;

    /// <summary>The newest reminder that fell due after one day and up to another; null: none did.</summary>
    internal int? StageBetween(DateOnly after, DateOnly upTo) =>
        RemindDays.Where(stage => On.AddDays(stage) > after && On.AddDays(stage) <= upTo).Select(stage => (int?)stage).Max();
}

/// <summary>A milestone of the plan is near, there or past.</summary>
/// <param name="Milestone">Its place in the terms, from 0.</param>
/// <param name="Stage">Days from its last day on which this was due; the reminder may come later.</param>
public sealed record MilestoneDue(CycleId Cycle, int Revision, int Milestone, int Stage) : CycleRevisionEvent(Cycle, Revision)
{
    [JsonIgnore]
    public override string Id => $"{base.Id}.{Milestone}";
}
