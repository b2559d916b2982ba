using System.Text.Json.Serialization;

namespace VksServerless.Cycles;

/// <summary>How far a cycle has come. Draft → Starting → Open → Closed → AwaitingApproval → Published; or Cancelled.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Draft), "draft")]
[JsonDerivedType(typeof(Starting), "starting")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(AwaitingApproval), "awaiting-approval")]
[JsonDerivedType(typeof(Published), "published")]
[JsonDerivedType(typeof(Cancelled), "cancelled")]
public abstract record CyclePhase
{
    /// <summary>The phase's name on the wire.</summary>
    [JsonIgnore]
    public string Name => this switch
    {
        Draft => "draft",
        Starting => "starting",
        Open => "open",
        Closed => "closed",
        AwaitingApproval => "awaiting-approval",
        Published => "published",
        _ => "cancelled",
    };

    /// <summary>Being written; nobody has been told.</summary>
    public sealed record Draft : CyclePhase;

    /// <summary>Handed to its orchestration; opens at its time, obligations are being fixed.</summary>
    public sealed record Starting(DateTimeOffset At, string By) : CyclePhase;

    /// <summary>Units report.</summary>
    public sealed record Open(DateTimeOffset At) : CyclePhase;

    /// <summary>No report is taken any more; the sector report is being put together.</summary>
    public sealed record Closed(DateTimeOffset At, string By) : CyclePhase;

    /// <summary>The sector report lies before the leadership.</summary>
    /// <param name="Digest">SHA-256 of the report as put together: what approvals refer to.</param>
    public sealed record AwaitingApproval(Sha256 Digest, DateTimeOffset At) : CyclePhase;

    /// <param name="Number">The newest publication's number, e.g. 01/BC-VKSTC.</param>
    /// <param name="Digest">Of the report that was approved and published.</param>
    public sealed record Published(PublicationNumber Number, Sha256 Digest, DateTimeOffset At) : CyclePhase;

    public sealed record Cancelled(DateTimeOffset At, string By, string Reason) : CyclePhase;
}
