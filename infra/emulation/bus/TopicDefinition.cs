namespace VksServerless.Emulation.Bus;

/// <summary>A topic, as the templates describe it.</summary>
/// <param name="DuplicateDetectionWindow">For how long a second message of the same id is dropped; null: it never is.</param>
public sealed record TopicDefinition(
    string Name, TimeSpan? DuplicateDetectionWindow, IReadOnlyList<SubscriptionDefinition> Subscriptions);
