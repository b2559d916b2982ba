using System.Text;

namespace Azure.Data.Tables;

/// <summary>An entity group transaction as the protocol has it: one change set of HTTP requests within a multipart body.</summary>
internal sealed class TableBatch(string table, IReadOnlyList<TableTransactionAction> actions)
{
    private readonly string _batch = $"batch_{Guid.NewGuid()}";
    private readonly string _changes = $"changeset_{Guid.NewGuid()}";

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    public byte[] Content()
    {
        using var body = new MemoryStream();
        Append(body, $"--{_batch}\r\nContent-Type: multipart/mixed; boundary={_changes}\r\n\r\n");
        foreach (var action in actions)
        {
            Append(body, $"--{_changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{Head(action)}");
            if (action.ActionType is not TableTransactionActionType.Delete)
            {
                body.Write(TableJson.Write(action.Entity));
            }

            Append(body, "\r\n");
        }

        Append(body, $"--{_changes}--\r\n--{_batch}--\r\n");
        return body.ToArray();
    }

    private string Head(TableTransactionAction action)
    {
        var entity = TablePaths.Entity(table, action.Entity.PartitionKey, action.Entity.RowKey);
        var (request, condition) = action.ActionType switch
        {
            TableTransactionActionType.Add => ($"POST {table}", null),
            TableTransactionActionType.UpdateReplace => ($"PUT {entity}", action.ETag.ToString()),
            TableTransactionActionType.UpdateMerge => ($"PATCH {entity}", action.ETag.ToString()),
            TableTransactionActionType.UpsertReplace => ($"PUT {entity}", null),
            TableTransactionActionType.UpsertMerge => ($"PATCH {entity}", null),
            _ => ($"DELETE {entity}", action.ETag == default ? "*" : action.ETag.ToString()),
        };
        var head = $"{request} HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n";
        head += action.ActionType is TableTransactionActionType.Add ? "Prefer: return-no-content\r\n" : "";
        head += condition is null ? "" : $"If-Match: {condition}\r\n";
        return head + (action.ActionType is TableTransactionActionType.Delete ? "\r\n" : "Content-Type: application/json\r\n\r\n");
    }

    private static void Append(MemoryStream body, string text) => body.Write(Encoding.UTF8.GetBytes(text));
}
