using VksServerless.Cycles;

namespace VksServerless.Application.Workflow;

/// <summary>Runs each cycle's workflow (<see cref="RunCycle"/>) from instant to instant.</summary>
public interface ICycleClock
{
    /// <summary>Something may be due: look at the cycle now. Starts its workflow when none runs.</summary>
    Task Wake(CycleId cycle, CancellationToken cancellation);

    /// <summary>Called every minute for each cycle that has not ended: gets a workflow going that was lost or hangs.</summary>
    Task KeepGoing(CycleId cycle, Agenda agenda, CancellationToken cancellation);
}
