using System.Threading.Channels;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using VksServerless.Local.Host;
using VksServerless.Local.Storage;

namespace VksServerless.Local.Durable;

/// <summary>
/// Runs orchestrations and their activities from the database. Everything that it keeps in memory can be read again
/// from there, so that a killed process goes on where it was; an activity that was running is run again.
/// </summary>
internal sealed class DurableEngine : IAsyncDisposable
{
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    private readonly SqliteDatabase _database;
    private readonly Workload _workload;
    private readonly TimeProvider _clock;
    private readonly IDurableFunctions _functions;
    private readonly DataConverter _converter;
    private readonly ILogger<DurableEngine> _log;
    private readonly Replay _replay;
    private readonly Runnable _runnable;
    private readonly TimerQueue<TimerItem> _timers;
    private readonly Channel<ActivityItem> _activities = Channel.CreateUnbounded<ActivityItem>();
    private readonly CancellationTokenSource _stopping = new();
    private Task _workers = Task.CompletedTask;

    public DurableEngine(
        SqliteDatabase database, Workload workload, TimeProvider clock, IDurableFunctions functions, DataConverter converter,
        ILoggerFactory loggers, DurableOptions options)
    {
        (_database, _workload, _clock, _functions, _converter) = (database, workload, clock, functions, converter);
        _log = loggers.CreateLogger<DurableEngine>();
        _replay = new Replay(functions, converter, loggers, options.DefaultVersion);
        _runnable = new Runnable(workload);
        _timers = new TimerQueue<TimerItem>(clock, workload, timer => timer.DueAt, FireTimers);
        Options = options;
    }

    public DurableOptions Options { get; }

    public Waiters Waiters { get; } = new();

    public DateTime? NextTimer => _timers.Next;

    public void CheckTimers() => _timers.Check();

    /// <summary>Takes up what the last process left.</summary>
    public void Start()
    {
        var left = _database.Read(session => new
        {
            Timers = Timers.All(session),
            Activities = session.All(
                "select instance, execution, task, name, input from durable_activities",
                row => new ActivityItem(row.GetString(0), row.GetInt64(1), row.GetInt32(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4))),
            Arrived = session.All("select distinct instance from durable_inbox", row => row.GetString(0)),
        });
        var followUps = new FollowUps();
        followUps.Activities.AddRange(left.Activities);
        followUps.Timers.AddRange(left.Timers);
        followUps.Wake.UnionWith(left.Arrived);
        Begin(followUps);
        _workers = Task.WhenAll(
        [
            .. Enumerable.Range(0, Options.Orchestrators).Select(_ => Task.Run(RunOrchestrations)),
            .. Enumerable.Range(0, Options.Activities).Select(_ => Task.Run(RunActivities)),
        ]);
    }

    /// <summary>Makes a change to orchestrations durable and sets in motion what follows from it.</summary>
    public async Task Apply(Func<SqlSession, DateTime, FollowUps> change)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        Begin(await _database.Write(session => change(session, now)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _workers;
        _timers.Dispose();
        _stopping.Dispose();
    }

    private void Begin(FollowUps followUps)
    {
        _workload.Began(Work.Activity, followUps.Activities.Count);
        followUps.Activities.ForEach(activity => _activities.Writer.TryWrite(activity));
        foreach (var instance in followUps.Wake)
        {
            _runnable.Wake(instance);
        }

        if (followUps.Timers.Count > 0)
        {
            _timers.Add(followUps.Timers);
        }
    }

    private Task FireTimers(IReadOnlyList<TimerItem> due) => Insist(() => Apply((session, _) => Timers.Fire(session, due)), "timers");

    private async Task RunOrchestrations()
    {
        try
        {
            await foreach (var instance in _runnable.Next(_stopping.Token))
            {
                await Insist(() => RunOnce(instance), instance);
                _runnable.Rest(instance);
                Waiters.Changed(instance);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // What was not run is in the database.
        }
    }

    private async Task RunOnce(string id)
    {
        var (instance, past, arrivals) = _database.Read(session => (
            InstanceRows.Find(session, id),
            session.All("select event from durable_history where instance = ?1 order by seq", row => HistoryEvent.Parse(row.GetString(0)), id),
            Inbox.Read(session, id)));
        var reading = Reading.Of(instance, arrivals);
        if (instance is null || instance.IsFinished || reading.Arrived.Count == 0)
        {
            await Apply((session, now) => reading.Settle(session, instance, now));
            return;
        }

        var now = _clock.GetUtcNow().UtcDateTime;
        var episode = await _replay.Run(instance, past, reading.Arrived, now);
        if (episode.Conclusion is Conclusion.Failed failed)
        {
            _log.LogError("Orchestration {Name} {Instance} failed: {Failure}", instance.Name, id, failed.Failure.ToDetails());
        }

        await Apply((session, at) =>
            EpisodeWriter.Write(session, instance, past.Count, reading.Consumed, episode, reading.Status, at) ?? new FollowUps { Wake = { id } });
    }

    private async Task RunActivities()
    {
        try
        {
            await foreach (var activity in _activities.Reader.ReadAllAsync(_stopping.Token))
            {
                var answer = await Run(activity);
                await Insist(() => Apply((session, _) => Answer(session, activity, answer)), activity.Name);
                _workload.Ended(Work.Activity);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Unanswered activities are in the database.
        }
    }

    private async Task<HistoryEvent> Run(ActivityItem activity)
    {
        try
        {
            var result = await _functions.Activity(activity.Name, activity.Instance, activity.Input, _stopping.Token);
            return new HistoryEvent.Answered(activity.Task, _converter.Serialize(result));
        }
        catch (Exception fault) when (!_stopping.IsCancellationRequested)
        {
            _log.LogWarning(fault, "Activity {Name} of {Instance} failed", activity.Name, activity.Instance);
            return new HistoryEvent.Faulted(activity.Task, Failure.Of(fault));
        }
        catch (Exception fault)
        {
            throw new OperationCanceledException("The host stops; the activity runs again after its next start.", fault, _stopping.Token);
        }
    }

    private static FollowUps Answer(SqlSession session, ActivityItem activity, HistoryEvent answer)
    {
        var followUps = new FollowUps();
        if (session.Run("delete from durable_activities where instance = ?1 and execution = ?2 and task = ?3",
            activity.Instance, activity.Execution, activity.Task) == 1)
        {
            Inbox.Put(session, activity.Instance, activity.Execution, answer);
            followUps.Wake.Add(activity.Instance);
        }

        return followUps;
    }

    /// <summary>A fault of the disk passes or the host is stopped; what is known must not be dropped meanwhile.</summary>
    private async Task Insist(Func<Task> step, string what)
    {
        while (true)
        {
            try
            {
                await step();
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                _log.LogError(fault, "Orchestrations cannot go on ({What}); trying again", what);
                await Task.Delay(AfterFault, _stopping.Token);
            }
        }
    }
}
