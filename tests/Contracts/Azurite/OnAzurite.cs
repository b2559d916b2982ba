using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using VksServerless.Azure.Storage;
using VksServerless.Contracts.Ports;

namespace VksServerless.Contracts.Azurite;

/// <summary>One emulator for all the suites that run on it; a table or a container of its own for each test.</summary>
[CollectionDefinition(Name)]
public sealed class OnAzurite : ICollectionFixture<AzuriteServer>
{
    public const string Name = "Azurite";

    internal static async Task<Edition> Edition(AzuriteServer azurite) =>
        new(await Rows(azurite), await Blobs(azurite), () => ValueTask.CompletedTask);

    internal static async Task<TableRowStore> Rows(
        AzuriteServer azurite, HttpPipelineTransport? transport = null, TimeProvider? clock = null)
    {
        var options = new TableClientOptions();
        HasteAndTransport(options, transport);
        var table = new TableServiceClient(azurite.ConnectionString, options).GetTableClient($"t{Guid.NewGuid():N}");
        await table.CreateIfNotExistsAsync();
        return new TableRowStore(table, clock ?? TimeProvider.System);
    }

    internal static async Task<BlobStore> Blobs(AzuriteServer azurite, HttpPipelineTransport? transport = null) =>
        new(new BlobContainers(await Container(azurite, transport), await Container(azurite, transport)));

    private static async Task<BlobContainerClient> Container(AzuriteServer azurite, HttpPipelineTransport? transport)
    {
        var options = new BlobClientOptions();
        HasteAndTransport(options, transport);
        var container = new BlobServiceClient(azurite.ConnectionString, options).GetBlobContainerClient($"c{Guid.NewGuid():N}");
        await container.CreateIfNotExistsAsync();
        return container;
    }

    private static void HasteAndTransport(ClientOptions options, HttpPipelineTransport? transport)
    {
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Transport = transport ?? options.Transport;
    }
}
