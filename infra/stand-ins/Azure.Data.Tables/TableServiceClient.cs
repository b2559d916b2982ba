using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    private readonly TableWire _wire;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = null)
    {
        var connection = TableConnectionString.Parse(connectionString);
        _wire = new TableWire(connection.Endpoint, new SharedKeyPolicy(connection.Account, connection.Key), options ?? new());
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null) =>
        _wire = new TableWire(
            endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, "https://storage.azure.com/.default"), options ?? new());

    protected TableServiceClient()
    {
    }

    public virtual Uri Uri => _wire.Endpoint;

    public virtual TableClient GetTableClient(string tableName) => new(_wire, tableName);
}
