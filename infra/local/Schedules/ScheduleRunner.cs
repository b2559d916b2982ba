using Microsoft.Azure.Functions.Worker;
using VksServerless.Local.Functions;
using VksServerless.Local.Host;
using VksServerless.Local.Storage;

namespace VksServerless.Local.Schedules;

/// <summary>
/// Runs the timer functions, each one at a time. However far the clock has jumped, a function that became due on the way
/// runs once, and is told that it is late.
/// </summary>
internal sealed class ScheduleRunner : IAsyncDisposable
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly IReadOnlyList<Schedule> _schedules;
    private readonly FunctionPipeline _pipeline;
    private readonly IServiceScopeFactory _scopes;
    private readonly SqliteDatabase _database;
    private readonly Workload _workload;
    private readonly TimeProvider _clock;
    private readonly ILogger<ScheduleRunner> _log;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Workload _running = new();
    private readonly ITimer _timer;

    public ScheduleRunner(
        IEnumerable<FunctionDescriptor> functions, FunctionPipeline pipeline, IServiceScopeFactory scopes, IConfiguration settings,
        SqliteDatabase database, Workload workload, TimeProvider clock, ILogger<ScheduleRunner> log)
    {
        (_pipeline, _scopes, _database, _workload, _clock, _log) = (pipeline, scopes, database, workload, clock, log);
        _schedules =
        [
            .. from function in functions
               let trigger = function.Trigger as TimerTriggerAttribute
               where trigger is not null
               select new Schedule(function, trigger, settings),
        ];
        _timer = clock.CreateTimer(_ => Check(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Start()
    {
        var now = Now();
        foreach (var schedule in _schedules)
        {
            var last = _database.Read(session => session.Value("select last from schedules where name = ?1", schedule.Function.Name));
            schedule.Last = last is long ticks ? new DateTime(ticks, DateTimeKind.Utc) : now;
            schedule.Next = schedule.RunOnStartup ? now : schedule.After(schedule.Last);
            Remember(schedule);
        }

        Check();
    }

    /// <summary>Runs what is due and waits for the next. Also called when the machine's clock may have been set.</summary>
    public void Check()
    {
        var due = new List<(Schedule Schedule, TimerInfo Info)>();
        lock (_lock)
        {
            if (_stopping.IsCancellationRequested || _schedules.Count == 0)
            {
                return;
            }

            var now = Now();
            foreach (var schedule in _schedules.Where(schedule => !schedule.IsRunning && schedule.Next <= now))
            {
                due.Add((schedule, Begin(schedule, now)));
            }

            // One that runs is looked at again when it ends.
            var wait = _schedules.Where(schedule => !schedule.IsRunning).Select(schedule => schedule.Next - now).DefaultIfEmpty(LongestWait).Min();
            wait = wait < LongestWait ? wait : LongestWait;
            _timer.Change(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(wait.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
        }

        foreach (var (schedule, info) in due)
        {
            _ = Run(schedule, info);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            if (_stopping.IsCancellationRequested)
            {
                return;
            }

            _stopping.Cancel();
        }

        await _timer.DisposeAsync();
        await _running.WhenIdle();
        _stopping.Dispose();
    }

    private TimerInfo Begin(Schedule schedule, DateTime now)
    {
        _workload.Began(Work.TimerFunction);
        _running.Began(Work.TimerFunction);
        var isPastDue = now - schedule.Next > Late;
        var last = schedule.Last;
        schedule.IsRunning = true;
        schedule.Last = now;
        schedule.Next = schedule.After(now);
        return new TimerInfo
        {
            IsPastDue = isPastDue,
            ScheduleStatus = new ScheduleStatus { Last = last, Next = schedule.Next, LastUpdated = last },
        };
    }

    private async Task Run(Schedule schedule, TimerInfo info)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            await Task.Run(() => _pipeline.Run(new Invocation(schedule.Function, scope.ServiceProvider, (_, _) => info, _stopping.Token)));
        }
        catch (Exception fault)
        {
            _log.LogError(fault, "{Function} failed; it runs again at {Next}", schedule.Function.Name, schedule.Next);
        }

        Remember(schedule);
        lock (_lock)
        {
            schedule.IsRunning = false;
        }

        _workload.Ended(Work.TimerFunction);
        _running.Ended(Work.TimerFunction);
        Check();
    }

    private void Remember(Schedule schedule) => _ = _database.Write(session => session.Run(
        "insert or replace into schedules(name, last) values (?1, ?2)", schedule.Function.Name, schedule.Last.Ticks));

    private DateTime Now() => _clock.GetUtcNow().UtcDateTime;
}
