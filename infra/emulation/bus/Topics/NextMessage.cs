namespace VksServerless.Emulation.Bus.Topics;

/// <summary>Chooses among the messages that wait. Service Bus gives the oldest; the other orders are disturbances.</summary>
internal sealed class NextMessage
{
    private DeliveryOrder _order;
    private Random _chance = new(0);

    public void Set(DeliveryOrder order, int seed) => (_order, _chance) = (order, new Random(seed));

    /// <param name="waiting">At least one, by number.</param>
    public long Of(SortedDictionary<long, QueuedMessage> waiting) => _order switch
    {
        DeliveryOrder.NewestFirst => waiting.Keys.Last(),
        DeliveryOrder.Shuffled => waiting.Keys.ElementAt(_chance.Next(waiting.Count)),
        _ => waiting.Keys.First(),
    };
}
