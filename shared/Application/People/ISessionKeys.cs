namespace VksServerless.Application.People;

/// <summary>The keys that sessions and forms are protected with: in the store, so that every host has the same.</summary>
public interface ISessionKeys
{
    Task<IReadOnlyList<string>> All(CancellationToken cancellation);

    /// <param name="name">Letters, digits and dashes.</param>
    Task Add(string name, string key, CancellationToken cancellation);
}
