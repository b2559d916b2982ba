using VksServerless.Application.Cycles;
using VksServerless.Application.Events;
using VksServerless.Cycles;
using VksServerless.Totals;

namespace VksServerless.Application.Workflow;

/// <summary>Wakes a cycle's workflow when something has happened that it waits for.</summary>
public sealed class CyclesFollowEvents(
    ICycles cycles, ChangeCycle change, ApplyExtensions extensions, ICycleClock cycleClock, TimeProvider clock)
    : IListener
{
    public string Subscription => Subscriptions.Cycles;

    public async Task Handle(ReportingEvent happened, CancellationToken cancellation)
    {
        switch (happened)
        {
            case SectorTotalChanged changed when await ChangesWhatIsComposed(changed.Cycle, cancellation) || changed.EveryoneAccepted:
                await cycleClock.Wake(changed.Cycle, cancellation);
                break;
            case CycleChanged changed:
                await ApplyExtensions(changed.Cycle, cancellation);
                await cycleClock.Wake(changed.Cycle, cancellation);
                break;
        }
    }

    /// <summary>
    /// The report that awaits approval no longer says what the units' reports say: it is composed again. Or it is to be composed, and
    /// waits for units that were reopened.
    /// </summary>
    private async Task<bool> ChangesWhatIsComposed(CycleId id, CancellationToken cancellation) =>
        await cycles.Read(id, cancellation) is { Value: var cycle }
        && (cycle.IsToBeComposed
            || (cycle.Phase is CyclePhase.AwaitingApproval
                && !(await change.Execute(id, laid => laid.ComposeAgain(clock.GetUtcNow()), _ => [], cancellation)).Refused));

    private async Task ApplyExtensions(CycleId id, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is { Value: { Extensions.Count: > 0 } cycle })
        {
            await extensions.Execute(cycle, cancellation);
        }
    }
}
