namespace VksServerless.Application.People;

/// <summary>By what the portal proves to the issuer that it is the client, where it holds no secret.</summary>
public interface IClientProof
{
    /// <returns>A signed assertion (RFC 7523).</returns>
    Task<string> Give(CancellationToken cancellation);
}
