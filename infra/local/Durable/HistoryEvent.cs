using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VksServerless.Local.Durable;

/// <summary>One thing that has happened to an orchestration. What is stored is never changed, only appended to.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Woken), "woken")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(ActivityScheduled), "activity")]
[JsonDerivedType(typeof(TimerCreated), "timer")]
[JsonDerivedType(typeof(TimerFired), "fired")]
[JsonDerivedType(typeof(ChildCreated), "child")]
[JsonDerivedType(typeof(EventSent), "sent")]
[JsonDerivedType(typeof(EventRaised), "event")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Faulted), "faulted")]
[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(Terminated), "terminated")]
[JsonDerivedType(typeof(Suspended), "suspended")]
[JsonDerivedType(typeof(Resumed), "resumed")]
internal abstract record HistoryEvent
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static HistoryEvent Parse(string json) => JsonSerializer.Deserialize<HistoryEvent>(json, Options)!;

    /// <summary>The orchestrator ran from here on; its clock shows this instant.</summary>
    public sealed record Woken(DateTime At) : HistoryEvent;

    public sealed record Started : HistoryEvent;

    public sealed record ActivityScheduled(int Task, string Name) : HistoryEvent;

    public sealed record TimerCreated(int Task, DateTime DueAt) : HistoryEvent;

    public sealed record TimerFired(int Task) : HistoryEvent;

    public sealed record ChildCreated(int Task, string Name, string Instance) : HistoryEvent;

    public sealed record EventSent(int Task, string Instance, string Name) : HistoryEvent;

    public sealed record EventRaised(string Name, string? Payload) : HistoryEvent;

    /// <summary>An activity or a sub-orchestration has come to its result.</summary>
    public sealed record Answered(int Task, string? Result) : HistoryEvent;

    /// <summary>An activity or a sub-orchestration has failed.</summary>
    public sealed record Faulted(int Task, Failure Failure) : HistoryEvent;

    public sealed record Ended(string Status) : HistoryEvent;

    public sealed record Terminated(string? Output, bool Recursive) : HistoryEvent;

    public sealed record Suspended(string? Reason) : HistoryEvent;

    public sealed record Resumed(string? Reason) : HistoryEvent;
}
