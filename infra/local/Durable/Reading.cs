using VksServerless.Local.Storage;

namespace VksServerless.Local.Durable;

/// <summary>What is taken from the inbox in one run: what the orchestrator is told, and what only changes its state.</summary>
internal sealed record Reading(IReadOnlyList<Arrival> Consumed, IReadOnlyList<HistoryEvent> Arrived, string Status, HistoryEvent.Terminated? Terminated)
{
    public static Reading Of(Instance? instance, IReadOnlyList<Arrival> arrivals)
    {
        if (instance is null || instance.IsFinished)
        {
            return new Reading(arrivals, [], instance?.Status ?? "", null);
        }

        var current = arrivals.Where(arrival => arrival.Execution is null || arrival.Execution == instance.Execution).ToList();
        if (current.Select(arrival => arrival.Event).OfType<HistoryEvent.Terminated>().FirstOrDefault() is { } terminated)
        {
            return new Reading(arrivals, [], "Terminated", terminated);
        }

        var suspended = instance.Status == "Suspended";
        foreach (var arrival in current)
        {
            suspended = arrival.Event switch
            {
                HistoryEvent.Suspended => true,
                HistoryEvent.Resumed => false,
                _ => suspended,
            };
        }

        if (suspended)
        {
            // What arrives for a suspended orchestration waits in the inbox.
            return new Reading(arrivals.Where(arrival => IsSwitch(arrival.Event)).ToList(), [], "Suspended", null);
        }

        var told = current.Where(arrival => !IsSwitch(arrival.Event)).Select(arrival => arrival.Event).ToList();
        var status = told.Count == 0 && instance.Status == "Pending" ? "Pending" : "Running";
        return new Reading(arrivals, told, status, null);
    }

    /// <summary>Writes a change of state that the orchestrator is not run for.</summary>
    public FollowUps Settle(SqlSession session, Instance? instance, DateTime now)
    {
        var followUps = new FollowUps();
        Inbox.Remove(session, Consumed);
        if (instance is null || instance.IsFinished || InstanceRows.Find(session, instance.Id)?.Execution != instance.Execution)
        {
            return followUps;
        }

        if (Terminated is null)
        {
            if (Status != instance.Status)
            {
                InstanceRows.Save(session, instance with { Status = Status, UpdatedAt = now });
            }

            return followUps;
        }

        Inbox.Clear(session, instance.Id);
        EpisodeWriter.Finish(session, instance with { Status = "Terminated", Output = Terminated.Output, UpdatedAt = now }, followUps);
        if (Terminated.Recursive)
        {
            foreach (var child in session.All(
                "select id from durable_instances where parent = ?1 and status in ('Pending', 'Running', 'Suspended')", row => row.GetString(0), instance.Id))
            {
                Inbox.Put(session, child, null, Terminated);
                followUps.Wake.Add(child);
            }
        }

        return followUps;
    }

    private static bool IsSwitch(HistoryEvent happened) => happened is HistoryEvent.Suspended or HistoryEvent.Resumed;
}
