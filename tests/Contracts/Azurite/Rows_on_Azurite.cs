using VksServerless.Contracts.Rows;
using VksServerless.Storage;

namespace VksServerless.Contracts.Azurite;

[Collection(OnAzurite.Name)]
public class Rows_on_Azurite(AzuriteServer azurite) : RowStoreContract
{
    protected override async Task<IRowStore> NewStore() => await OnAzurite.Rows(azurite);
}
