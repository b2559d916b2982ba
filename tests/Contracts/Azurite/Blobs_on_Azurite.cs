using VksServerless.Azure.Storage;
using VksServerless.Contracts.Blobs;
using VksServerless.Storage;

namespace VksServerless.Contracts.Azurite;

[Collection(OnAzurite.Name)]
public class Blobs_on_Azurite(AzuriteServer azurite) : BlobStoreContract
{
    protected override async Task<IBlobStore> NewStore() => await OnAzurite.Blobs(azurite);
}
