namespace VksServerless.Emulation.Bus;

/// <summary>How many messages a subscription has.</summary>
/// <param name="Waiting">To be delivered now.</param>
/// <param name="Locked">Delivered and not yet settled.</param>
/// <param name="Scheduled">To be enqueued when their time has come.</param>
/// <param name="DeadLetters">How many for each reason; the reason is empty where none was given.</param>
public sealed record SubscriptionStatus(
    string Name, int Waiting, int Locked, int Scheduled, IReadOnlyDictionary<string, int> DeadLetters)
{
    public int DeadLettered => DeadLetters.Values.Sum();

    /// <summary>Everything that waits has been delivered and settled; only what is scheduled or dead-lettered is left.</summary>
    public bool IsQuiet => Waiting == 0 && Locked == 0;
}
