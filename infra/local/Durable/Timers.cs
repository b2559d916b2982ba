using VksServerless.Local.Storage;

namespace VksServerless.Local.Durable;

/// <summary>The rows of timers that have not fired.</summary>
internal static class Timers
{
    public static void Put(SqlSession session, TimerItem timer, FollowUps followUps)
    {
        session.Run("insert into durable_timers(instance, execution, task, due_at) values (?1, ?2, ?3, ?4)",
            timer.Instance, timer.Execution, timer.Task, timer.DueAt.Ticks);
        followUps.Timers.Add(timer);
    }

    public static List<TimerItem> All(SqlSession session) => session.All(
        "select instance, execution, task, due_at from durable_timers",
        row => new TimerItem(row.GetString(0), row.GetInt64(1), row.GetInt32(2), new DateTime(row.GetInt64(3), DateTimeKind.Utc)));

    /// <summary>Those that still stand arrive at their orchestrations; the others were cancelled meanwhile.</summary>
    public static FollowUps Fire(SqlSession session, IEnumerable<TimerItem> due)
    {
        var followUps = new FollowUps();
        foreach (var timer in due)
        {
            if (session.Run("delete from durable_timers where instance = ?1 and execution = ?2 and task = ?3",
                timer.Instance, timer.Execution, timer.Task) == 1)
            {
                HistoryEvent happened = timer.Task == TimerItem.Start ? new HistoryEvent.Started() : new HistoryEvent.TimerFired(timer.Task);
                Inbox.Put(session, timer.Instance, timer.Execution, happened);
                followUps.Wake.Add(timer.Instance);
            }
        }

        return followUps;
    }
}
