namespace VksServerless.Reports;

/// <summary>Who did something, and when.</summary>
/// <param name="Person">The token's subject, by which one person is known in every role; never shown.</param>
public sealed record DoneBy(PersonId Person, string Name, DateTimeOffset At);

/// <summary>Who answers for a version: who wrote it, and who signed it; null where nobody did.</summary>
public sealed record Authors(DoneBy Writer, DoneBy? Signer)
{
    public static Authors Of(SubmittedVersion version) => new(
        new DoneBy(version.ByPerson, version.ByName, version.At),
        version.SignedBy is { } signed ? new DoneBy(signed.Person, signed.Name, version.At) : null);
}
