using System.Text.Json;

namespace VksServerless.Storage;

/// <summary>How the domain's records stand in rows and blobs: what each was made of, without what it works out from that.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(DomainJson.Options) { IgnoreReadOnlyProperties = true };

    public static ReadOnlyMemory<byte> Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="JsonException">It was not written by <see cref="Write"/>.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> written) =>
        JsonSerializer.Deserialize<T>(written.Span, Options) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");

    public static Versioned<T> Read<T>(Row row) => new(Read<T>(row.Body), row.ETag);
}
