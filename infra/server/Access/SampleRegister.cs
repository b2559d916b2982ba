using System.Text.Json;
using VksServerless.Application.People;
using VksServerless.Application.Units;
using VksServerless.People;

namespace VksServerless.Server.Access;

/// <summary>The register, and beside it the sample people of the directory as it is now.</summary>
internal sealed class SampleRegister(IPeople stored, IDirectoryStore directories) : IPeople
{
    public Task<Versioned<PeopleRegister>> Read(CancellationToken cancellation) => stored.Read(cancellation);

    public async Task<Person?> Find(PersonId id, CancellationToken cancellation) =>
        await stored.Find(id, cancellation)
        ?? (SamplePeople.Find(id.ToString(), (await directories.Read(cancellation)).Value) is { Role: not "machine" } sample
            ? new Person(id, sample.Name, null, [new Post(RoleOf(sample), sample.Unit, new DateOnly(2000, 1, 1))])
            : null);

    public Task<ETag?> Replace(PeopleRegister register, ETag etag, CancellationToken cancellation) =>
        stored.Replace(register, etag, cancellation);

    private static Role RoleOf(SamplePerson sample) => Enum.GetValues<Role>()
        .Single(role => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()) == sample.Role);
}
