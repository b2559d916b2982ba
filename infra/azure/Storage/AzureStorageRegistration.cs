using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VksServerless.Azure.Events;
using VksServerless.Storage;
using VksServerless.Storage.Events;

namespace VksServerless.Azure.Storage;

public static class AzureStorageRegistration
{
    /// <summary>Rows in Table Storage and blobs in Blob Storage, of the accounts that <see cref="StorageSettings"/> names.</summary>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = StorageSettings.From(configuration);
        services.TryAddSingleton(settings.Emulator is null ? TimeProvider.System : EmulatedClock.From(configuration));
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential(
            new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings.IdentityClientId }));
        services.AddSingleton(provider => Tables(settings, provider).GetTableClient(settings.Table));
        services.AddSingleton(provider => new BlobContainers(
            Blobs(settings, settings.Evidence, provider).GetBlobContainerClient(settings.Received),
            Blobs(settings, settings.Emulator is null ? settings.Blobs : null, provider).GetBlobContainerClient(settings.Files)));
        services.AddSingleton<TableRowStore>();
        services.AddSingleton<IOutbox>(provider => provider.GetRequiredService<TableRowStore>());
        services.AddSingleton<OutboxChannel>();
        services.AddSingleton<IRowStore>(provider => new RelayedRowStore(
            provider.GetRequiredService<TableRowStore>(), provider.GetRequiredService<OutboxChannel>()));
        services.AddSingleton<IBlobStore, BlobStore>();
        if (settings.Emulator is not null)
        {
            services.AddHostedService<EmulatedStorage>();
        }

        return services;
    }

    /// <summary>A service that hangs is given up while the messages that wait for it are still locked.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static TableServiceClient Tables(StorageSettings settings, IServiceProvider provider) => settings.Emulator is { } emulator
        ? new TableServiceClient(emulator)
        : new TableServiceClient(
            settings.Tables!, provider.GetRequiredService<TokenCredential>(),
            new TableClientOptions { Retry = { NetworkTimeout = Patience } });

    /// <param name="address">Null: the emulator's.</param>
    private static BlobServiceClient Blobs(StorageSettings settings, Uri? address, IServiceProvider provider) => address is null
        ? new BlobServiceClient(settings.Emulator)
        : new BlobServiceClient(
            address, provider.GetRequiredService<TokenCredential>(),
            new BlobClientOptions { Retry = { NetworkTimeout = 2 * Patience, MaxRetries = 3 } });
}
