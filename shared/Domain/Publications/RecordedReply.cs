namespace VksServerless.Publications;

/// <summary>A reply with who gave it and when.</summary>
/// <param name="By">The person's name.</param>
public sealed record RecordedReply(OpinionReply Reply, PersonId ByPerson, string By, DateTimeOffset At);
