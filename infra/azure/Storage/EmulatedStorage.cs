using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Hosting;

namespace VksServerless.Azure.Storage;

/// <summary>Makes in the emulator what Bicep makes on Azure, where the app's identity need not be allowed to.</summary>
internal sealed class EmulatedStorage(TableClient table, BlobContainers containers) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await table.CreateIfNotExistsAsync(cancellationToken);
        await containers.Received.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await containers.Files.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
