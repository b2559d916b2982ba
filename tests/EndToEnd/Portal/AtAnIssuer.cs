using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.People;
using VksServerless.Emulation.OpenId;
using VksServerless.People;

namespace VksServerless.EndToEnd.Portal;

/// <summary>The portal where people sign in at a real OpenID server.</summary>
internal sealed class AtAnIssuer : IAsyncDisposable
{
    private AtAnIssuer(OpenIdServer issuer, AHost host) => (Issuer, Host) = (issuer, host);

    public OpenIdServer Issuer { get; }

    public AHost Host { get; }

    /// <param name="known">By the issuer.</param>
    /// <param name="register">Who has posts.</param>
    public static async Task<AtAnIssuer> Start(OpenIdPerson[] known, params VksServerless.People.Person[] register)
    {
        var issuer = await OpenIdServer.Start(known);
        var host = await AHost.Start(
            from: DateTimeOffset.UtcNow,
            settings: new Dictionary<string, string?>
            {
                ["SignIn:Authority"] = issuer.Address.ToString(),
                ["SignIn:ClientId"] = issuer.Clients.Confidential.Id,
                ["SignIn:ClientSecret"] = issuer.Clients.Confidential.Secret,
                ["Identity:Audience"] = "vks-serverless",
            },
            samplePeople: false);
        await issuer.Allow(new Uri(host.Address, "portal/signed-in"), new Uri(host.Address, "portal/signed-out"));
        (await host.Services.GetRequiredService<IPeople>().Replace(PeopleRegister.Of([.. register]), ETag.None, CancellationToken.None))
            .ShouldNotBeNull();
        return new AtAnIssuer(issuer, host);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Issuer.DisposeAsync();
    }
}
