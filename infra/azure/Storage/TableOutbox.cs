using Azure.Data.Tables;
using VksServerless.Storage;
using VksServerless.Storage.Events;

namespace VksServerless.Azure.Storage;

/// <summary>Messages as entities beside the rows of their partition, with keys that no row can have.</summary>
internal static class TableOutbox
{
    public const string KeyPrefix = $"{TableFilters.Last}outbox|";
    private const string Subject = "Subject";
    private const string At = "At";
    private const string Place = "Place";

    /// <summary>A filter over the whole table.</summary>
    public const string OfAnyPartition = $"RowKey ge '{KeyPrefix}' and RowKey lt '{KeyPrefix}{TableFilters.Last}'";

    public static string Key(string messageId) => KeyPrefix + messageId;

    /// <param name="place">Its place among the messages of the commit, which all have the same time.</param>
    public static TableEntity Entity(string partition, OutboxMessage message, int place, DateTimeOffset now) =>
        new TableEntity(partition, Key(message.Id)) { [Subject] = message.Subject, [At] = now.UtcTicks, [Place] = place }
            .With(message.Body);

    /// <summary>A message from the future was written under a clock that was wrong: it counts as old.</summary>
    public static bool IsSettled(TableEntity entity, TimeSpan settled, DateTimeOffset now) =>
        (now - new DateTimeOffset(entity.GetInt64(At) ?? 0, TimeSpan.Zero)).Duration() >= settled;

    public static IEnumerable<PendingMessage> OldestFirst(IEnumerable<TableEntity> entities) =>
        from entity in entities
        orderby entity.GetInt64(At), entity.GetInt32(Place)
        select new PendingMessage(
            entity.PartitionKey, new(entity.RowKey[KeyPrefix.Length..], entity.GetString(Subject), entity.Body()));
}
