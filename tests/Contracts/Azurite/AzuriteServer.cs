using System.Reflection;

namespace VksServerless.Contracts.Azurite;

/// <summary>The storage emulator, one for all contracts.</summary>
public sealed class AzuriteServer : IAsyncLifetime
{
    private static readonly string Folder = typeof(AzuriteServer).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Azurite").Value!;

    private Emulation.Storage.AzuriteServer? _server;

    public string ConnectionString => _server!.ConnectionString;

    public async Task InitializeAsync() => _server = await Emulation.Storage.AzuriteServer.Start(Folder);

    public async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
