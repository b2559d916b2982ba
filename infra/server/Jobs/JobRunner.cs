using VksServerless.Application.Jobs;
using VksServerless.Server.Hosting;
using VksServerless.Server.Storage;

namespace VksServerless.Server.Jobs;

/// <summary>
/// Runs the jobs of each cadence at their times, one cadence's run at a time. However far the clock has jumped, what became due on
/// the way runs once.
/// </summary>
public sealed class JobRunner : BackgroundWork
{
    private readonly Lock _lock = new();
    private readonly IReadOnlyList<JobSchedule> _schedules = [.. Enum.GetValues<Cadence>().Select(cadence => new JobSchedule(cadence))];
    private readonly RunJobs _jobs;
    private readonly SqliteDatabase _database;
    private readonly Workload _workload;
    private readonly TimeProvider _clock;
    private readonly ILogger<JobRunner> _log;
    private readonly Workload _running = new();
    private readonly Alarm _alarm;

    public JobRunner(RunJobs jobs, SqliteDatabase database, Workload workload, TimeProvider clock, ILogger<JobRunner> log)
    {
        (_jobs, _database, _workload, _clock, _log) = (jobs, database, workload, clock, log);
        _alarm = new Alarm(clock, Check);
    }

    /// <summary>Runs what is due and waits for the next. Also called when the machine's clock may have been set.</summary>
    public void Check()
    {
        var due = new List<JobSchedule>();
        lock (_lock)
        {
            if (Stopping.IsCancellationRequested)
            {
                return;
            }

            var now = Now();
            foreach (var schedule in _schedules.Where(schedule => !schedule.IsRunning && schedule.Next <= now))
            {
                _workload.Began(Work.Job);
                _running.Began(Work.Job);
                (schedule.IsRunning, schedule.Last, schedule.Next) = (true, now, schedule.After(now));
                due.Add(schedule);
            }

            // One that runs is looked at again when it ends.
            _alarm.SetTo(_schedules.Where(schedule => !schedule.IsRunning).Min(schedule => (DateTimeOffset?)schedule.Next));
        }

        // A job is part of no request, whoever has moved the clock.
        using (ExecutionContext.SuppressFlow())
        {
            foreach (var schedule in due)
            {
                _ = Task.Run(() => Run(schedule));
            }
        }
    }

    protected override Task Begin(CancellationToken cancellation)
    {
        lock (_lock)
        {
            foreach (var schedule in _schedules)
            {
                var last = _database.Read(session => session.Value("select last from schedules where name = ?1", schedule.Name));
                schedule.Last = last is long ticks ? new DateTime(ticks, DateTimeKind.Utc) : Now();
                schedule.Next = schedule.After(schedule.Last);
                Remember(schedule);
            }
        }

        Check();
        return Task.CompletedTask;
    }

    protected override Task End()
    {
        _alarm.Dispose();
        return _running.WhenIdle();
    }

    private async Task Run(JobSchedule schedule)
    {
        try
        {
            await _jobs.Execute(schedule.Cadence, Stopping);
            Remember(schedule);
        }
        catch (Exception) when (Stopping.IsCancellationRequested)
        {
            // Not remembered: the next process makes up for it.
        }
        catch (Exception fault)
        {
            _log.LogError(fault, "Jobs of {Cadence} failed; they run again at {Next:O}", schedule.Name, schedule.Next);
            Remember(schedule);
        }

        lock (_lock)
        {
            schedule.IsRunning = false;
        }

        Check();
        _workload.Ended(Work.Job);
        _running.Ended(Work.Job);
    }

    private void Remember(JobSchedule schedule) => _ = Quietly.Do(() => _database.Write(session => session.Run(
        "insert or replace into schedules(name, last) values (?1, ?2)", schedule.Name, schedule.Last.Ticks)));

    private DateTime Now() => _clock.GetUtcNow().UtcDateTime;
}
