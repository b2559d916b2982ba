namespace VksServerless.Emulation.Bus.Topics;

/// <summary>What is to be sent now.</summary>
/// <param name="Drained">To be told, after the deliveries, that there is nothing more for them.</param>
/// <param name="Next">When something is due by itself; null: not before somebody does something.</param>
internal sealed record Round(IReadOnlyList<Delivery> Deliveries, IReadOnlyList<Consumer> Drained, TimeSpan? Next);
