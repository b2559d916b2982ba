using Azure.Core;
using VksServerless.Application.People;

namespace VksServerless.Azure.Access;

/// <summary>Entra trusts the app's managed identity in place of a client secret: its token is the assertion.</summary>
internal sealed class ManagedIdentityProof(TokenCredential credential) : IClientProof
{
    private static readonly TokenRequestContext Exchange = new(["api://AzureADTokenExchange/.default"]);

    public async Task<string> Give(CancellationToken cancellation) => (await credential.GetTokenAsync(Exchange, cancellation)).Token;
}
