using System.Collections.Frozen;
using VksServerless.Units;

namespace VksServerless.People;

/// <summary>The register of persons.</summary>
public sealed class PeopleRegister
{
    /// <summary>Posts that a register holds at most.</summary>
    public const int MaxPosts = 50_000;

    private readonly FrozenDictionary<PersonId, Person> _byId;

    private PeopleRegister(IReadOnlyList<Person> people) =>
        (People, _byId) = (people, people.ToFrozenDictionary(person => person.Id));

    public static PeopleRegister Empty { get; } = new([]);

    /// <summary>In the order in which they are kept.</summary>
    public IReadOnlyList<Person> People { get; }

    /// <summary>A line for each post, the first being line 2.</summary>
    public IEnumerable<PersonLine> Lines => People.SelectMany(person => person.Posts.Select(post => (person, post)))
        .Select((held, index) => PersonLine.Of(index + 2, held.person, held.post));

    /// <exception cref="ArgumentException">Two persons have the same id.</exception>
    public static PeopleRegister Of(IReadOnlyList<Person> people) => new(people);

    /// <summary>Checks the lines of a register file and puts them together, or says of every line what is wrong.</summary>
    /// <param name="units">The directory that the posts are in.</param>
    /// <param name="places">How the place of a line is said; null: "line 12".</param>
    public static Outcome<PeopleRegister> Build(
        IReadOnlyList<PersonLine> lines, UnitDirectory units, Func<int, string>? places = null) =>
        new PeopleCheck(lines, units, new LineErrors(places)).Result();

    /// <returns>Null when nobody of that id is known.</returns>
    public Person? Find(PersonId id) => _byId.GetValueOrDefault(id);

    /// <summary>Whether anybody can keep the register and the directory on that day.</summary>
    public bool HasAdministrator(DateOnly day) =>
        People.Any(person => person.Posts.Any(post => post.Role is Role.Administrator && post.IsHeldOn(day)));
}
