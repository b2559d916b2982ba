using VksServerless.Application.People;
using VksServerless.Application.Units;
using VksServerless.People;

namespace VksServerless.Server.Access;

/// <summary>
/// Knows the sample people of the directory besides those of the register. Whom the register knows is as the register says. It is read
/// as it is kept; before there is one, the sample people are the register.
/// </summary>
internal sealed class SampleRegister(IPeople stored, IDirectoryStore directories) : IPeople
{
    public async Task<Versioned<PeopleRegister>> Read(CancellationToken cancellation) =>
        await stored.Read(cancellation) is { ETag.IsNone: false } kept ? kept
            : new Versioned<PeopleRegister>(SamplePeople.RegisterOf((await directories.Read(cancellation)).Value), ETag.None);

    public async Task<Person?> Find(PersonId id, CancellationToken cancellation) =>
        await stored.Find(id, cancellation)
        ?? (SamplePeople.Find(id.ToString(), (await directories.Read(cancellation)).Value) is { } sample
            ? SamplePeople.InRegister(sample) : null);

    public Task<ETag?> Replace(PeopleRegister register, ETag etag, CancellationToken cancellation) =>
        stored.Replace(register, etag, cancellation);
}

internal static class SampleRegisterServices
{
    /// <summary>Puts the sample people behind those of the register that is stored.</summary>
    public static IServiceCollection AddSampleRegister(this IServiceCollection services)
    {
        var stored = services.Last(service => service.ServiceType == typeof(IPeople)).ImplementationType!;
        return services.AddSingleton<IPeople>(provider => new SampleRegister(
            (IPeople)ActivatorUtilities.CreateInstance(provider, stored), provider.GetRequiredService<IDirectoryStore>()));
    }
}
