namespace Azure.Data.Tables;

internal static class TablePaths
{
    public static string Entity(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";

    public static string Query(params (string Name, string Value)[] parameters)
    {
        var given = parameters.Where(parameter => parameter.Value is not null).ToList();
        return given.Count == 0
            ? ""
            : "?" + string.Join('&', given.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));
    }

    private static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
