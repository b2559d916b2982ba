namespace VksServerless.Local.Bus;

/// <summary>Who is told of what is sent to a topic.</summary>
/// <param name="Subjects">The subjects that it wants; none given: every one.</param>
public sealed record Subscription(string Topic, string Name, IReadOnlyCollection<string>? Subjects = null)
{
    /// <summary>Unique over all topics.</summary>
    public string Id => $"{Topic}/{Name}";

    public bool Wants(string? subject) => Subjects is null or { Count: 0 } || (subject is not null && Subjects.Contains(subject));
}
