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
    /// <summary>An exemption was revoked: the unit gets a deadline of its own, whatever its old one was.</summary>
    public sealed record ObligedAgain(DateTimeOffset At, DateTimeOffset DueAt) : Moment(At);

    /// <summary>Granted at that instant. What is granted after the deadline gives time, but changes no verdict.</summary>
    public sealed record Extended(DateTimeOffset At, DateTimeOffset DueAt) : Moment(At);

    public sealed record Received(DateTimeOffset At, int Version) : Moment(At);

    /// <param name="AnswerBy">The limit that the return gives.</param>
    public sealed record Returned(DateTimeOffset At, int Version, DateTimeOffset AnswerBy) : Moment(At);
}
