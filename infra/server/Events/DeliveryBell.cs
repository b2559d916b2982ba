namespace VksServerless.Server.Events;

/// <summary>Rung after a commit that has put deliveries into the database. Who fetches them, <see cref="EventQueue"/>, listens.</summary>
public sealed class DeliveryBell
{
    internal event Action<string>? Rung;

    internal void Ring(IReadOnlyCollection<string> subscriptions)
    {
        foreach (var subscription in subscriptions)
        {
            Rung?.Invoke(subscription);
        }
    }
}
