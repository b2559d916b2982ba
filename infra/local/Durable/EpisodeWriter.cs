using System.Text;
using VksServerless.Local.Storage;

namespace VksServerless.Local.Durable;

/// <summary>Writes an episode and everything that follows from it in one change.</summary>
internal static class EpisodeWriter
{
    /// <returns>Null when the instance was started anew or purged meanwhile: the episode counts for nothing.</returns>
    public static FollowUps? Write(
        SqlSession session, Instance instance, int historyLength, IReadOnlyList<Arrival> consumed, Episode episode, string status, DateTime now)
    {
        if (InstanceRows.Find(session, instance.Id)?.Execution != instance.Execution)
        {
            return null;
        }

        Inbox.Remove(session, consumed);
        var appended = episode.Appended.Select(happened => happened.ToJson()).ToList();
        var next = instance with
        {
            Status = status,
            CustomStatus = episode.CustomStatus,
            UpdatedAt = now,
            Events = instance.Events + appended.Count,
            Bytes = instance.Bytes + appended.Sum(Encoding.UTF8.GetByteCount),
        };
        var followUps = new FollowUps();
        Decide(session, instance, episode, now, followUps);
        if (episode.Conclusion is { } conclusion)
        {
            Conclude(session, next, conclusion, followUps);
        }
        else
        {
            for (var i = 0; i < appended.Count; i++)
            {
                session.Run("insert into durable_history(instance, seq, event) values (?1, ?2, ?3)", instance.Id, historyLength + i, appended[i]);
            }

            InstanceRows.Save(session, next);
        }

        return followUps;
    }

    private static void Decide(SqlSession session, Instance instance, Episode episode, DateTime now, FollowUps followUps)
    {
        foreach (var timer in episode.CancelledTimers)
        {
            session.Run("delete from durable_timers where instance = ?1 and execution = ?2 and task = ?3", instance.Id, instance.Execution, timer);
        }

        foreach (var decision in episode.Decisions)
        {
            switch (decision)
            {
                case Decision.CallActivity call:
                    session.Run("insert into durable_activities(instance, execution, task, name, input) values (?1, ?2, ?3, ?4, ?5)",
                        instance.Id, instance.Execution, call.Task, call.Name, call.Input);
                    followUps.Activities.Add(new ActivityItem(instance.Id, instance.Execution, call.Task, call.Name, call.Input));
                    break;
                case Decision.StartTimer timer when !episode.CancelledTimers.Contains(timer.Task):
                    Timers.Put(session, new TimerItem(instance.Id, instance.Execution, timer.Task, timer.DueAt), followUps);
                    break;
                case Decision.Send send when InstanceRows.Find(session, send.Instance) is { IsFinished: false }:
                    Inbox.Put(session, send.Instance, null, new HistoryEvent.EventRaised(send.Name, send.Payload));
                    followUps.Wake.Add(send.Instance);
                    break;
                case Decision.CallChild child:
                    StartChild(session, instance, child, now, followUps);
                    break;
            }
        }
    }

    private static void StartChild(SqlSession session, Instance parent, Decision.CallChild child, DateTime now, FollowUps followUps)
    {
        var link = new ParentLink(parent.Id, parent.Name, parent.Execution, child.Task);
        var start = new Start(child.Instance, child.Name, child.Version ?? "", child.Input) { Parent = link };
        if (Start.IsTaken(InstanceRows.Find(session, child.Instance), Start.Unfinished))
        {
            var taken = new Failure(typeof(InvalidOperationException).FullName!, $"The orchestration {child.Instance} is running already.", null, null);
            Inbox.Put(session, parent.Id, parent.Execution, new HistoryEvent.Faulted(child.Task, taken));
            followUps.Wake.Add(parent.Id);
            return;
        }

        start.Write(session, now, followUps);
    }

    private static void Conclude(SqlSession session, Instance instance, Conclusion conclusion, FollowUps followUps)
    {
        InstanceRows.Clear(session, instance.Id);
        switch (conclusion)
        {
            case Conclusion.ContinuedAsNew(var next, var kept):
                Restart(session, instance, next, kept);
                followUps.Wake.Add(instance.Id);
                break;
            case Conclusion.Completed(var output):
                Finish(session, instance with { Status = "Completed", Output = output }, followUps);
                break;
            case Conclusion.Failed(var failure):
                Finish(session, instance with { Status = "Failed", Failure = failure }, followUps);
                break;
        }
    }

    private static void Restart(SqlSession session, Instance instance, NextExecution next, IReadOnlyList<HistoryEvent.EventRaised> kept)
    {
        // What was kept arrived before anything that is in the inbox now: it goes in front, and the start before it.
        var unread = Inbox.Read(session, instance.Id).Where(arrival => arrival.Execution is null).ToList();
        Inbox.Clear(session, instance.Id);
        var execution = instance.Execution + 1;
        InstanceRows.Save(session, instance with
        {
            Execution = execution,
            Input = next.Input,
            Version = next.Version ?? instance.Version,
        });
        Inbox.Put(session, instance.Id, execution, new HistoryEvent.Started());
        foreach (var raised in kept.Concat(unread.Select(arrival => arrival.Event)))
        {
            Inbox.Put(session, instance.Id, null, raised);
        }
    }

    public static void Finish(SqlSession session, Instance instance, FollowUps followUps)
    {
        InstanceRows.Clear(session, instance.Id);
        InstanceRows.Save(session, instance);
        if (instance.Parent is { } parent)
        {
            HistoryEvent answer = instance.Status == "Completed"
                ? new HistoryEvent.Answered(parent.Task, instance.Output)
                : new HistoryEvent.Faulted(parent.Task, instance.Failure ?? new Failure("Terminated", $"The orchestration {instance.Id} was terminated.", null, null));
            Inbox.Put(session, parent.Instance, parent.Execution, answer);
            followUps.Wake.Add(parent.Instance);
        }
    }
}
