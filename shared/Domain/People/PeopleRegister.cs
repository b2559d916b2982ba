using System.Collections.Frozen;

namespace VksServerless.People;

/// <summary>The register of persons.</summary>
public sealed class PeopleRegister
{
    private readonly FrozenDictionary<PersonId, Person> _byId;

    private PeopleRegister(IReadOnlyList<Person> people) =>
        (People, _byId) = (people, people.ToFrozenDictionary(person => person.Id));

    public static PeopleRegister Empty { get; } = new([]);

    /// <summary>In the order in which they are kept.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <exception cref="ArgumentException">Two persons have the same id.</exception>
    public static PeopleRegister Of(IReadOnlyList<Person> people) => new(people);

    /// <returns>Null when nobody of that id is known.</returns>
    public Person? Find(PersonId id) => _byId.GetValueOrDefault(id);
}
