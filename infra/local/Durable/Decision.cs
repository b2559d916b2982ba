namespace VksServerless.Local.Durable;

/// <summary>What an orchestrator has decided and history does not know of yet.</summary>
internal abstract record Decision(int Task)
{
    /// <summary>What history will say of it. Compared on replay: another answer means that the code is not deterministic.</summary>
    public abstract HistoryEvent Recorded { get; }

    public sealed record CallActivity(int Task, string Name, string? Input) : Decision(Task)
    {
        public override HistoryEvent Recorded => new HistoryEvent.ActivityScheduled(Task, Name);
    }

    public sealed record StartTimer(int Task, DateTime DueAt) : Decision(Task)
    {
        public override HistoryEvent Recorded => new HistoryEvent.TimerCreated(Task, DueAt);
    }

    public sealed record CallChild(int Task, string Name, string Instance, string? Version, string? Input) : Decision(Task)
    {
        public override HistoryEvent Recorded => new HistoryEvent.ChildCreated(Task, Name, Instance);
    }

    public sealed record Send(int Task, string Instance, string Name, string? Payload) : Decision(Task)
    {
        public override HistoryEvent Recorded => new HistoryEvent.EventSent(Task, Instance, Name);
    }
}
