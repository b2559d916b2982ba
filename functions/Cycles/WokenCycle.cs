using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

/// <summary>What <see cref="CycleOrchestration"/> and its activities are given.</summary>
/// <param name="By">The traceparent of what woke the cycle; null or empty when the clock did.</param>
public sealed record WokenCycle(CycleId Cycle, string? By)
{
    public static WokenCycle Read(string text) =>
        text.Split(' ', 2) is [var cycle, var by] ? new(CycleId.Of(cycle), by) : new(CycleId.Of(text), null);

    /// <summary>One text, because histories written by earlier versions hold the cycle alone.</summary>
    public override string ToString() => string.IsNullOrEmpty(By) ? Cycle.ToString() : $"{Cycle} {By}";
}
