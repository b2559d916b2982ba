namespace VksServerless.Local.Durable;

/// <summary>What came of running an orchestrator from one wake-up to the next.</summary>
/// <param name="Appended">What history gains.</param>
/// <param name="Decisions">What is to be done now.</param>
/// <param name="CancelledTimers">Timers that nobody waits for any longer.</param>
internal sealed record Episode(IReadOnlyList<HistoryEvent> Appended, IReadOnlyCollection<Decision> Decisions, IReadOnlyList<int> CancelledTimers)
{
    public string? CustomStatus { get; init; }

    public Conclusion? Conclusion { get; init; }
}

/// <summary>How an execution ended.</summary>
internal abstract record Conclusion
{
    public sealed record Completed(string? Output) : Conclusion;

    public sealed record Failed(Failure Failure) : Conclusion;

    public sealed record ContinuedAsNew(NextExecution Next, IReadOnlyList<HistoryEvent.EventRaised> KeptEvents) : Conclusion;
}
