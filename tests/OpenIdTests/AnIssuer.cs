using VksServerless.Emulation.OpenId;

namespace VksServerless.OpenId.Tests;

/// <summary>One for all tests of a class, because it takes seconds to start.</summary>
public sealed class AnIssuer : IAsyncLifetime
{
    public OpenIdServer Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await OpenIdServer.Start(new OpenIdPerson("p-1", "Nguyễn Thị Hà", "0f0e"));
        await Server.Allow(ABrowser.Back, ABrowser.Out);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
