using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VksServerless.Azure.Events;
using VksServerless.Azure.Storage;
using VksServerless.Storage;
using VksServerless.Storage.Events;

namespace VksServerless.Contracts.Azurite;

[Collection(OnAzurite.Name)]
public class Setting_up_Azure_storage(AzuriteServer azurite)
{
    [Fact]
    public async Task A_connection_string_leads_to_an_emulator_in_which_everything_is_made()
    {
        await using var services = Services(
            (StorageSettings.ConnectionKey, azurite.ConnectionString), (StorageSettings.TableKey, "made"),
            (StorageSettings.ReceivedKey, "made-received"), (StorageSettings.FilesKey, "made-files"));
        foreach (var hosted in services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(CancellationToken.None);
            await hosted.StartAsync(CancellationToken.None);
        }

        await services.GetRequiredService<IRowStore>().Commit("p", [new RowWrite.Insert("k", "1"u8.ToArray())], [], CancellationToken.None);
        var written = await services.GetRequiredService<IBlobStore>()
            .Write("contents/a", new MemoryStream([1]), _ => true, CancellationToken.None);
        await services.GetRequiredService<IBlobStore>().Write("attachments/b", new MemoryStream([1]), _ => true, CancellationToken.None);

        written.Kept.ShouldBeTrue();
        var account = new BlobServiceClient(azurite.ConnectionString);
        (await account.GetBlobContainerClient("made-received").GetBlobClient("contents/a").ExistsAsync()).Value.ShouldBeTrue();
        (await account.GetBlobContainerClient("made-files").GetBlobClient("attachments/b").ExistsAsync()).Value.ShouldBeTrue();
        (await account.GetBlobContainerClient("made-received").GetBlobClient("attachments/b").ExistsAsync()).Value.ShouldBeFalse();
        (await services.GetRequiredService<IRowStore>().Find("p", "k", CancellationToken.None)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=vks;AccountKey=a2V5;EndpointSuffix=core.windows.net")]
    [InlineData("AccountName=vks;AccountKey=a2V5;TableEndpoint=https://vks.table.core.windows.net")]
    public void The_key_of_a_genuine_account_is_refused(string connection) =>
        Should.Throw<InvalidOperationException>(() => Services((StorageSettings.ConnectionKey, connection)))
            .Message.ShouldBe(
                "AzureWebJobsStorage is for the emulator; set AzureWebJobsStorage:tableServiceUri, AzureWebJobsStorage:blobServiceUri and "
                + "Evidence:blobServiceUri.");

    [Fact]
    public async Task Addresses_lead_to_the_accounts_with_the_identity_of_the_app()
    {
        await using var services = Services(
            (StorageSettings.TablesKey, "https://vks.table.core.windows.net"),
            (StorageSettings.BlobsKey, "https://vks.blob.core.windows.net"),
            (StorageSettings.EvidenceKey, "https://vksev.blob.core.windows.net"));

        services.GetRequiredService<IRowStore>().ShouldBeOfType<RelayedRowStore>("what is committed is relayed");
        services.GetRequiredService<IOutbox>().ShouldBeOfType<TableRowStore>();
        var containers = services.GetRequiredService<BlobContainers>();
        containers.Of("contents/a").Uri.ShouldBe(new Uri("https://vksev.blob.core.windows.net/received"));
        containers.Of("publications/a").Uri.ShouldBe(new Uri("https://vksev.blob.core.windows.net/received"));
        containers.Of("attachments/a").Uri.ShouldBe(new Uri("https://vks.blob.core.windows.net/files"));
        services.GetRequiredService<TokenCredential>().GetType().Name.ShouldBe("DefaultAzureCredential");
        services.GetServices<IHostedService>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Evidence_may_lie_elsewhere_than_in_the_emulator()
    {
        await using var services = Services(
            (StorageSettings.ConnectionKey, azurite.ConnectionString),
            (StorageSettings.EvidenceKey, "https://vksev.blob.core.windows.net"));

        var containers = services.GetRequiredService<BlobContainers>();
        containers.Of("contents/a").Uri.ShouldBe(new Uri("https://vksev.blob.core.windows.net/received"));
        containers.Of("attachments/a").Uri.Host.ShouldBe("127.0.0.1");
    }

    [Theory]
    [InlineData(StorageSettings.TablesKey)]
    [InlineData(StorageSettings.BlobsKey)]
    [InlineData(StorageSettings.EvidenceKey)]
    public void A_missing_address_is_refused_with_what_to_set(string missing)
    {
        string[] keys = [StorageSettings.TablesKey, StorageSettings.BlobsKey, StorageSettings.EvidenceKey];
        var given = keys.Where(key => key != missing).Select(key => (key, "https://vks.table.core.windows.net")).ToArray();

        Should.Throw<InvalidOperationException>(() => Services(given)).Message.ShouldContain(missing);
    }

    [Fact]
    public async Task A_table_that_is_missing_is_a_fault_and_no_conflict()
    {
        var rows = new TableRowStore(
            new TableServiceClient(azurite.ConnectionString).GetTableClient("missing"), TimeProvider.System);

        var fault = await Should.ThrowAsync<RequestFailedException>(() =>
            rows.Commit("p", [new RowWrite.Insert("k", "1"u8.ToArray())], [], CancellationToken.None));

        fault.Status.ShouldBe(404);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddAzureStorage(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value))
            .Build())
        .BuildServiceProvider();
}
