namespace VksServerless.Cycles;

/// <summary>A member of the leadership approves the sector report that has this digest, and no other.</summary>
public sealed record Approval(PersonId Person, string Name, Sha256 Digest, DateTimeOffset At);

/// <summary>Đính chính: why a published report is being corrected.</summary>
/// <param name="Of">Number of the publication that it corrects.</param>
/// <param name="Ready">The centre has said that the corrected reports are in.</param>
public sealed record Correction(PublicationNumber Of, string Reason, string By, DateTimeOffset At, bool Ready);
