using VksServerless.People;

namespace VksServerless.Application.People;

/// <summary>Where the register of persons is kept. Every version stays.</summary>
public interface IPeople
{
    /// <summary>The newest register with its ETag; <see cref="PeopleRegister.Empty"/> with an empty ETag before the first.</summary>
    Task<Versioned<PeopleRegister>> Read(CancellationToken cancellation);

    /// <summary>One person, as the newest register has it; null: nobody of that id is known.</summary>
    Task<Person?> Find(PersonId id, CancellationToken cancellation);

    /// <summary>Writes a new version.</summary>
    /// <returns>Null when <paramref name="etag"/> is no longer that of the newest; otherwise the new ETag.</returns>
    Task<ETag?> Replace(PeopleRegister register, ETag etag, CancellationToken cancellation);
}
