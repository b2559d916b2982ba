using System.Text.Json.Serialization;

namespace VksServerless.Reports;

/// <summary>Something that bears on whether a report is on time.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(ObligedAgain), "obliged-again")]
[JsonDerivedType(typeof(Extended), "extended")]
[JsonDerivedType(typeof(Received), "received")]
[JsonDerivedType(typeof(Returned), "returned")]
public abstract record Moment(DateTimeOffset At)
{
    /// <summary>
    /// An exemption was revoked: the unit gets a deadline of its own. Where it was exempt only after its deadline had passed, that gives
    /// time and changes no verdict.
    /// </summary>
    /// <param name="ExemptedAt">Null in what earlier versions wrote.</param>
    public sealed record ObligedAgain(DateTimeOffset At, DateTimeOffset DueAt, DateTimeOffset? ExemptedAt = null) : Moment(At);

    /// <summary>Granted at that instant. What is granted after the deadline gives time, but changes no verdict.</summary>
    public sealed record Extended(DateTimeOffset At, DateTimeOffset DueAt) : Moment(At);

    public sealed record Received(DateTimeOffset At, int Version) : Moment(At);

    /// <param name="AnswerBy">The limit that the return gives.</param>
    public sealed record Returned(DateTimeOffset At, int Version, DateTimeOffset AnswerBy) : Moment(At);
}
