namespace VksServerless.Emulation.Bus;

/// <summary>Which of the waiting messages is delivered next.</summary>
public enum DeliveryOrder
{
    OldestFirst,
    NewestFirst,
    Shuffled,
}
