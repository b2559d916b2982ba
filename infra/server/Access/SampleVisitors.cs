using VksServerless.Application.People;
using VksServerless.Application.Units;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Portal.Session;

namespace VksServerless.Server.Access;

/// <summary>The sample people, as they sign in to the portal.</summary>
internal sealed class SampleVisitors(IPeople people, IDirectoryStore directories) : ISamplePeople
{
    private const int MostShown = 60;

    public async Task<IReadOnlyList<Person>> Find(string search, CancellationToken cancellation)
    {
        var directory = (await directories.Read(cancellation)).Value;
        var offered = search.Length == 0
            ? SamplePeople.Central.Concat(First(directory))
            : SamplePeople.Central.Where(person => Matches(person.Name)).Concat(directory.Units
                .Where(unit => unit.Level != UnitLevel.Sector && (Matches(unit.Name) || Matches(unit.Code.ToString())))
                .SelectMany(unit => new[] { SamplePeople.ReporterOf(unit), SamplePeople.HeadOf(unit) }));
        var found = new List<Person>();
        foreach (var sample in offered.Take(MostShown))
        {
            if (await people.Find(PersonId.Of(sample.Id), cancellation) is { } person)
            {
                found.Add(person);
            }
        }

        return found;

        bool Matches(string text) => Search.Plain(text).Contains(Search.Plain(search), StringComparison.Ordinal);
    }

    public Task<Person?> Named(PersonId id, CancellationToken cancellation) => people.Find(id, cancellation);

    private static IEnumerable<SamplePerson> First(UnitDirectory directory) => directory.Units
        .Where(unit => unit.Level != UnitLevel.Sector)
        .GroupBy(unit => unit.Level)
        .SelectMany(level => level.Take(2))
        .SelectMany(unit => new[] { SamplePeople.ReporterOf(unit), SamplePeople.HeadOf(unit) });
}
