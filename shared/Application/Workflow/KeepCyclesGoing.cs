using VksServerless.Application.Cycles;
using VksServerless.Application.Jobs;
using VksServerless.Cycles;

namespace VksServerless.Application.Workflow;

/// <summary>
/// A cycle in which something is due gets its workflow back, whatever happened to the old one or to the event that should have
/// woken it.
/// </summary>
public sealed class KeepCyclesGoing(EachCycle each, ReadAgenda agenda, ICycleClock cycleClock) : IJob
{
    public Cadence Cadence => Cadence.EveryMinute;

    public Task Run(CancellationToken cancellation) => each.Execute(
        async cycle =>
        {
            if (await agenda.Execute(cycle, cancellation) is { Step: not Step.End } next)
            {
                await cycleClock.KeepGoing(cycle, next, cancellation);
            }
        },
        cancellation);
}
