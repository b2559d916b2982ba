using Azure.Data.Tables;

namespace VksServerless.Azure.Storage;

/// <summary>Ranges of keys, which the service seeks; it knows no "begins with".</summary>
internal static class TableFilters
{
    /// <summary>Sorts after every character that partitions and keys are made of, so that a row's key never begins with it.</summary>
    public const string Last = "~";

    public static string Rows(string partition, string keyPrefix) =>
        $"{TableClient.CreateQueryFilter($"PartitionKey eq {partition}")} and {Range("RowKey", keyPrefix)}";

    /// <summary>One lower bound, so that there is no doubt which one is sought.</summary>
    public static string RowsAfter(string partition, string keyPrefix, string? after) =>
        string.CompareOrdinal(after, keyPrefix) < 0
            ? Rows(partition, keyPrefix)
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {after!} and RowKey lt {keyPrefix + Last}");

    public static string RowsOfPartitions(string partitionPrefix, string keyPrefix) =>
        $"{Range("PartitionKey", partitionPrefix)} and {Range("RowKey", keyPrefix)}";

    /// <summary>Sought, not scanned: a range of partitions would be read row by row, all the cycle's reports with it.</summary>
    public static string Messages(string partition) => Rows(partition, TableOutbox.KeyPrefix);

    private static string Range(string property, string prefix) =>
        $"{property} ge {TableClient.CreateQueryFilter($"{prefix}")} and {property} lt {TableClient.CreateQueryFilter($"{prefix + Last}")}";
}
