using VksServerless.Application.Cycles;
using VksServerless.Application.Jobs;
using VksServerless.Cycles;

namespace VksServerless.Application.Notices;

/// <summary>
/// Reminds of the milestones of each cycle's plan, before and after its publication. After missed mornings each milestone gets its newest
/// reminder.
/// </summary>
public sealed class RemindOfMilestones(EachCycle each, ChangeCycle change, TimeProvider clock) : IJob
{
    public Cadence Cadence => Cadence.EveryMorning;

    public Task Run(CancellationToken cancellation) => each.Execute(cycle => Remind(cycle, cancellation), cancellation);

    private async Task Remind(CycleId id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = VietnamTime.DayOf(now);
        IReadOnlyList<(int Milestone, int Stage)> due = [];
        await change.Execute(
            id,
            cycle =>
            {
                due = cycle.MilestonesDue(today);
                return cycle.RemindedOfMilestones(today);
            },
            reminded => due.Select(each =>
                new MilestoneDue(id, reminded.Revision, each.Milestone, each.Stage) { At = now, By = PersonId.System }),
            cancellation);
    }
}
