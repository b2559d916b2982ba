using System.Collections.Concurrent;
using VksServerless.Application;
using VksServerless.Application.Cycles;
using VksServerless.Application.Workflow;
using VksServerless.Cycles;
using VksServerless.Server.Hosting;

namespace VksServerless.Server.Workflow;

/// <summary>
/// Runs each cycle's workflow: does what is due, one step after the other, then sleeps until the next instant or until it is woken.
/// It keeps nothing that <see cref="RunCycle"/> would not read again, so that any process can go on.
/// </summary>
public sealed class CycleClock : BackgroundWork, ICycleClock
{
    private readonly SleepingCycles _cycles = new();
    private readonly ConcurrentDictionary<CycleId, int> _steps = [];
    private readonly Workload _running = new();
    private readonly RunCycle _run;
    private readonly ICycles _store;
    private readonly Workload _workload;
    private readonly TimeProvider _clock;
    private readonly Alarm _alarm;
    private readonly ILogger<CycleClock> _log;

    public CycleClock(RunCycle run, ICycles store, Workload workload, TimeProvider clock, ILogger<CycleClock> log)
    {
        (_run, _store, _workload, _clock, _log) = (run, store, workload, clock, log);
        _alarm = new Alarm(clock, CheckTimers);
    }

    /// <summary>When the next cycle is looked at.</summary>
    public DateTimeOffset? NextDue => _cycles.Next;

    /// <summary>How often this process has looked at the cycle or done a step of it.</summary>
    public int StepsOf(CycleId cycle) => _steps.GetValueOrDefault(cycle);

    /// <summary>Returns at once: what is due is done in the background.</summary>
    public Task Wake(CycleId cycle, CancellationToken cancellation)
    {
        Wake(cycle, Tracing.Here);
        return Task.CompletedTask;
    }

    /// <summary>Wakes it when it does not sleep as it should. One whose step has failed is left to its next try.</summary>
    public Task KeepGoing(CycleId cycle, Agenda agenda, CancellationToken cancellation)
    {
        if (!_cycles.IsLookedAfter(cycle, agenda))
        {
            Wake(cycle, Tracing.Here);
        }

        return Task.CompletedTask;
    }

    /// <summary>Wakes what is due, also when the clock was set instead of having run on.</summary>
    public void CheckTimers()
    {
        foreach (var cycle in _cycles.Due(_clock.GetUtcNow()))
        {
            Wake(cycle, null);
        }

        lock (_alarm)
        {
            // What is due next is asked for within the lock, so that the last one to set the alarm knows the earliest.
            _alarm.SetTo(_cycles.Next);
        }
    }

    /// <summary>As if it had never been woken. For tests: it must be found again.</summary>
    internal void Forget(CycleId cycle) => _cycles.Forget(cycle);

    /// <summary>Whether it is awake or sleeps.</summary>
    internal bool Knows(CycleId cycle) => _cycles.Knows(cycle);

    protected override async Task Begin(CancellationToken cancellation)
    {
        try
        {
            foreach (var cycle in await _store.UnderWay(cancellation))
            {
                Wake(cycle.Value, null);
            }
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            _log.LogWarning(fault, "The cycles under way could not be read; they are looked for again within a minute");
        }
    }

    protected override Task End()
    {
        _alarm.Dispose();
        return _running.WhenIdle();
    }

    private void Wake(CycleId cycle, string? by)
    {
        if (_cycles.Wake(cycle, by))
        {
            _workload.Began(Work.Cycle);
            _running.Began(Work.Cycle);

            // Whose thread this is says nothing of what the cycle was woken by.
            using (ExecutionContext.SuppressFlow())
            {
                _ = Task.Run(() => Run(cycle));
            }
        }
    }

    private async Task Run(CycleId cycle)
    {
        Agenda? next;
        do
        {
            next = await DoWhatIsDue(cycle);
        }
        while (!_cycles.FallsAsleep(cycle, next, _clock.GetUtcNow(), Stopping.IsCancellationRequested));

        CheckTimers();
        _workload.Ended(Work.Cycle);
        _running.Ended(Work.Cycle);
    }

    /// <returns>Null when it failed.</returns>
    private async Task<Agenda?> DoWhatIsDue(CycleId cycle)
    {
        _steps.AddOrUpdate(cycle, 1, (_, steps) => steps + 1);
        try
        {
            return await _run.Execute(cycle, _cycles.WokenBy(cycle), Stopping);
        }
        catch (Exception fault)
        {
            if (!Stopping.IsCancellationRequested)
            {
                _log.LogWarning(fault, "A step of cycle {Cycle} failed; it is tried again", cycle);
            }

            return null;
        }
    }
}
