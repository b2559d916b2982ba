using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

public class TableClient
{
    private const string Json = "application/json";
    private readonly TableWire _wire;

    internal TableClient(TableWire wire, string tableName) => (_wire, Name) = (wire, tableName);

    protected TableClient()
    {
    }

    public virtual string Name { get; }

    public static string CreateQueryFilter(FormattableString filter) => string.Format(
        CultureInfo.InvariantCulture,
        filter.Format,
        [.. filter.GetArguments().Select(argument => argument switch
        {
            string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
            int or bool => argument,
            _ => throw new NotSupportedException("The stand-in filters by strings, numbers and truth values only."),
        })]);

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var name = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = Name });
        var response = await _wire.Send(RequestMethod.Post, "Tables", name, Json, default, cancellationToken).ConfigureAwait(false);
        var failed = response.IsError ? TableErrors.From(response) : null;
        return failed is null || failed.ErrorCode == TableErrorCode.TableAlreadyExists
            ? Response.FromValue(new TableItem(Name), response)
            : throw failed;
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var path = TablePaths.Entity(Name, partitionKey, rowKey) + TablePaths.Query(("$select", Joined(select)));
        var response = await _wire.Send(RequestMethod.Get, path, null, null, default, cancellationToken).ConfigureAwait(false);
        if (response.Status == 404)
        {
            return new NoEntity<T>(response);
        }

        using var entity = Read(response);
        return Response.FromValue(TableJson.Read<T>(entity.RootElement), response);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new TablePages<T>(maxPerPage, async (continuation, size, cancellation) =>
        {
            var next = continuation?.Split(' ', 2);
            var path = $"{Name}()" + TablePaths.Query(
                ("$filter", filter),
                ("$top", size?.ToString(CultureInfo.InvariantCulture)),
                ("$select", Joined(select)),
                ("NextPartitionKey", next?[0]),
                ("NextRowKey", next?[1]));
            var response = await _wire.Send(RequestMethod.Get, path, null, null, default, cancellation).ConfigureAwait(false);
            using var page = Read(response);
            response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition);
            response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row);
            return Page<T>.FromValues(
                [.. page.RootElement.GetProperty("value").EnumerateArray().Select(TableJson.Read<T>)],
                partition is null && row is null ? null : $"{partition} {row}",
                response);
        }, cancellationToken);

    /// <summary>Succeeds also when there is no such entity, as the genuine client does.</summary>
    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        var path = TablePaths.Entity(Name, partitionKey, rowKey);
        var unless = ifMatch == default ? ETag.All : ifMatch;
        var response = await _wire.Send(RequestMethod.Delete, path, null, null, unless, cancellationToken).ConfigureAwait(false);
        return response.IsError && response.Status != 404 ? throw TableErrors.From(response) : response;
    }

    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var batch = new TableBatch(_wire.Address(Name), [.. transactionActions]);
        var response = await _wire.Send(RequestMethod.Post, "$batch", batch.Content(), batch.ContentType, default, cancellationToken)
            .ConfigureAwait(false);
        if (response.IsError)
        {
            throw TableErrors.From(response);
        }

        var answers = TableBatchAnswer.Read(response);
        return answers.FirstOrDefault(answer => answer.Status >= 400) is { } refused
            ? throw new TableTransactionFailedException(TableErrors.From(refused))
            : Response.FromValue<IReadOnlyList<Response>>(answers, response);
    }

    private static JsonDocument Read(Response response) =>
        response.IsError ? throw TableErrors.From(response) : JsonDocument.Parse(response.Content);

    private static string Joined(IEnumerable<string> select) => select is null ? null : string.Join(',', select);
}
