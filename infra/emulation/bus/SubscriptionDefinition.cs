namespace VksServerless.Emulation.Bus;

/// <summary>A subscription, as the templates describe it.</summary>
/// <param name="Subjects">A correlation filter each: the subscription takes a message whose subject is one of them, to the letter.</param>
/// <param name="LockDuration">How long a receiver may keep a message before it comes again.</param>
/// <param name="MaxDeliveryCount">After so many deliveries that were not completed a message is dead-lettered.</param>
public sealed record SubscriptionDefinition(string Name, IReadOnlyList<string> Subjects, TimeSpan LockDuration, int MaxDeliveryCount);
