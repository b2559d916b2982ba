using System.Text.Json.Serialization;

namespace VksServerless.Cycles;

/// <summary>What is due in a cycle at an instant, and when to look again. The orchestration asks; this answers.</summary>
/// <param name="Step">What is to be done now.</param>
/// <param name="LookAgainAt">The next instant at which something falls due by the clock; null: only an event brings something.</param>
public sealed record Agenda(Step Step, DateTimeOffset? LookAgainAt)
{
    /// <param name="awaitedUntil">The latest limit of the units that were reopened and are still to answer; null: there are none.</param>
    public static Agenda Of(
        Cycle cycle, bool everyoneAccepted, DateTimeOffset now, DateTimeOffset? awaitedUntil = null) => cycle.Phase switch
        {
            CyclePhase.Starting when cycle.Terms.OpensAt > now => new Agenda(Step.Wait, cycle.Terms.OpensAt),
            CyclePhase.Starting => new Agenda(Step.Open, null),
            _ when cycle.IsChangingUnits => new Agenda(Step.ChangeUnits, null),
            CyclePhase.Open when cycle.IsImported =>
                new Agenda(cycle.Terms.CloseWhenAllAccepted && everyoneAccepted ? Step.Close : Step.Wait, null),
            CyclePhase.Open when now > cycle.LastClosing => new Agenda(Step.Close, null),
            CyclePhase.Open when cycle.Terms.CloseWhenAllAccepted && everyoneAccepted => new Agenda(Step.Close, null),
            CyclePhase.Open when RoundDue(cycle, now) is not null => new Agenda(Step.Remind, null),
            CyclePhase.Open => new Agenda(Step.Wait, NextRound(cycle, now) ?? JustAfter(cycle.LastClosing)),
            CyclePhase.Closed when cycle.IsRefused => new Agenda(Step.Wait, null),
            CyclePhase.Closed when awaitedUntil >= now => new Agenda(Step.Wait, JustAfter(awaitedUntil.Value)),
            CyclePhase.Closed => new Agenda(Step.Aggregate, null),
            CyclePhase.AwaitingApproval when cycle.IsApproved => new Agenda(Step.Publish, null),
            CyclePhase.AwaitingApproval => new Agenda(Step.Wait, null),
            CyclePhase.Published when cycle.IsToBeComposed && awaitedUntil >= now => new Agenda(Step.Wait, JustAfter(awaitedUntil.Value)),
            CyclePhase.Published when cycle.IsToBeComposed => new Agenda(Step.Aggregate, null),
            _ => new Agenda(Step.End, null),
        };

    /// <summary>The newest round of reminders that has fallen due and is not done; older ones are passed over.</summary>
    public static DateTimeOffset? RoundDue(Cycle cycle, DateTimeOffset now) =>
        Rounds(cycle).Where(round => round <= now).Select(round => (DateTimeOffset?)round).Max();

    private static DateTimeOffset? NextRound(Cycle cycle, DateTimeOffset now) =>
        Rounds(cycle).Where(round => round > now && round <= cycle.LastClosing).Select(round => (DateTimeOffset?)round).Min();

    private static IEnumerable<DateTimeOffset> Rounds(Cycle cycle) =>
        from deadline in cycle.AllDeadlines
        from stage in cycle.Terms.Reminders.Days
        let round = cycle.Terms.Reminders.InstantOf(stage, deadline)
        where round >= cycle.OpenedAt && (cycle.RemindedThrough is null || round > cycle.RemindedThrough)
        select round;

    /// <summary>The closing instant itself still takes reports.</summary>
    private static DateTimeOffset JustAfter(DateTimeOffset instant) => instant + TimeSpan.FromMilliseconds(1);
}

/// <summary>
/// A step of the reporting cycle. By its name in an orchestration's history, whatever converter writes it: numbers would shift.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<Step>))]
public enum Step
{
    Wait,
    Open,
    Remind,
    Close,
    Aggregate,
    Publish,
    End,
    ChangeUnits,
}
