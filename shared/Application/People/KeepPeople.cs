using VksServerless.Application.Units;
using VksServerless.People;

namespace VksServerless.Application.People;

/// <summary>Replaces the register of persons, or says what that would change.</summary>
public sealed class KeepPeople(IPeople people, IDirectoryStore directories) : IUseCase
{
    /// <param name="read">Of the register that the new one was compared with.</param>
    /// <param name="dryRun">Nothing is written.</param>
    /// <returns>What changes, with the ETag of the register as it is afterwards.</returns>
    public async Task<Outcome<Versioned<PeopleDifference>>> Replace(
        IReadOnlyList<PersonLine> lines, ETag read, bool dryRun, CancellationToken cancellation)
    {
        var built = PeopleRegister.Build(lines, (await directories.Read(cancellation)).Value);
        if (built.Refusal is { } refusal)
        {
            return refusal;
        }

        var before = await people.Read(cancellation);
        if (before.ETag != read)
        {
            return PeopleRefusals.Stale;
        }

        var difference = PeopleDifference.Between(before.Value, built.Value);
        return dryRun ? new Versioned<PeopleDifference>(difference, read)
            : await people.Replace(built.Value, read, cancellation) is { } etag ? new Versioned<PeopleDifference>(difference, etag)
            : PeopleRefusals.Stale;
    }
}
