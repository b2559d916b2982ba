using System.Text.Json.Serialization;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Difficulties;

/// <summary>One thing that was done with a difficulty; the newest says how it stands.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Raised), "raised")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(Reworded), "reworded")]
public abstract record DifficultyStep(DateTimeOffset At, Signature By)
{
    /// <summary>How it stands after this step.</summary>
    [JsonIgnore]
    public DifficultyState State => this switch
    {
        Raised => DifficultyState.Raised,
        Assigned => DifficultyState.Assigned,
        Answered => DifficultyState.Answered,
        Closed => DifficultyState.Closed,
        Reworded reworded => reworded.Stays,
        _ => DifficultyState.Reopened,
    };

    /// <summary>What was said at this step; null when nothing was.</summary>
    [JsonIgnore]
    public virtual string? Text => null;

    /// <summary>The time limit that begins with this step; null when the one before goes on.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? Limit => null;

    /// <summary>Nêu: by the unit that has the difficulty.</summary>
    public sealed record Raised(DateTimeOffset At, Signature By, DateTimeOffset DueAt) : DifficultyStep(At, By)
    {
        public override DateTimeOffset? Limit => DueAt;
    }

    /// <summary>Phân công: the centre says who is to answer.</summary>
    /// <param name="Person">Who there, in words; null: the unit decides.</param>
    public sealed record Assigned(
        DateTimeOffset At, Signature By, UnitCode To, string? Person, string? Note, DateTimeOffset DueAt) : DifficultyStep(At, By)
    {
        public override string? Text => Note;

        public override DateTimeOffset? Limit => DueAt;
    }

    /// <summary>Hướng dẫn: the answer.</summary>
    public sealed record Answered(DateTimeOffset At, Signature By, string Guidance) : DifficultyStep(At, By)
    {
        public override string? Text => Guidance;
    }

    /// <summary>Đóng: the unit has what it needs, or the centre says why nothing more comes.</summary>
    public sealed record Closed(DateTimeOffset At, Signature By, string? Reason) : DifficultyStep(At, By)
    {
        public override string? Text => Reason;
    }

    /// <summary>Sửa nội dung: a later version of the report says it in other words.</summary>
    /// <param name="Version">Of the report.</param>
    /// <param name="Title">As it was before.</param>
    /// <param name="Words">Its text as it was before.</param>
    /// <param name="Stays">How it stands, as before.</param>
    public sealed record Reworded(
        DateTimeOffset At, Signature By, int Version, string Title, string Words, DifficultyState Stays) : DifficultyStep(At, By)
    {
        public override string? Text => $"Trước khi sửa (báo cáo bản {Version}): {Title}" + (Words.Length == 0 ? "" : $"\n{Words}");
    }

    /// <summary>Mở lại: the guidance did not help.</summary>
    public sealed record Reopened(DateTimeOffset At, Signature By, string Reason, DateTimeOffset DueAt) : DifficultyStep(At, By)
    {
        public override string? Text => Reason;

        public override DateTimeOffset? Limit => DueAt;
    }
}

/// <summary>How a difficulty stands, in the order in which it asks for somebody's attention.</summary>
public enum DifficultyState
{
    Raised = 1,
    Reopened = 2,
    Assigned = 3,
    Answered = 4,
    Closed = 5,
}

/// <summary>Who did it.</summary>
/// <param name="Person">The token's subject: stable, never shown.</param>
/// <param name="Name">As shown in records.</param>
public sealed record Signature(PersonId Person, string Name, UnitCode Unit)
{
    public static Signature Of(Caller caller) => new(caller.Person, caller.Name, caller.Unit);
}
