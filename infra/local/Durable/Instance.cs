namespace VksServerless.Local.Durable;

/// <summary>An orchestration as its row says.</summary>
/// <param name="Execution">Grows with every ContinueAsNew and every new start under the same id; what belongs to an older one is dropped.</param>
/// <param name="Status">Pending, Running, Suspended, Completed, Failed or Terminated.</param>
/// <param name="Events">All that was ever appended to the history, over ContinueAsNew.</param>
/// <param name="Bytes">The size of those events.</param>
internal sealed record Instance(string Id, long Execution, string Name, string Version, string Status)
{
    public string? Input { get; init; }

    public string? Output { get; init; }

    public Failure? Failure { get; init; }

    public string? CustomStatus { get; init; }

    public string? Tags { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime UpdatedAt { get; init; }

    public ParentLink? Parent { get; init; }

    public long Events { get; init; }

    public long Bytes { get; init; }

    public bool IsFinished => Status is "Completed" or "Failed" or "Terminated";
}

/// <summary>The step of another orchestration that waits for this one.</summary>
internal sealed record ParentLink(string Instance, string Name, long Execution, int Task);
