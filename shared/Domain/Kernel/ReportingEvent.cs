using System.Text.Json.Serialization;

namespace VksServerless.Kernel;

/// <summary>
/// Something that has happened. Written in the same transaction as the change that it reports, and delivered at least once to
/// everyone who listens.
/// </summary>
public abstract record ReportingEvent
{
    /// <summary>When it happened. Events written by versions that did not record it have the Unix epoch.</summary>
    public DateTimeOffset At { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>
    /// Who did it; the system, for what a cycle's workflow does. Events written by versions that did not record it: unknown.
    /// </summary>
    public PersonId By { get; init; } = PersonId.Unknown;

    /// <summary>The event's name: subscriptions filter by it.</summary>
    [JsonIgnore]
    public string Subject => GetType().Name;

    /// <summary>
    /// The same occurrence always has the same id, so that what follows from it can be done once. Neither instant nor actor is in
    /// it.
    /// </summary>
    [JsonIgnore]
    public abstract string Id { get; }
}
