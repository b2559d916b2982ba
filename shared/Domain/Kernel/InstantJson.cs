using System.Text.Json;
using System.Text.Json.Serialization;

namespace VksServerless.Kernel;

/// <summary>An instant with its offset, "2018-07-20T17:00:00+07:00" (<see cref="Instant"/>).</summary>
internal sealed class InstantJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Instant.SaysOffset(reader.GetString())
            && reader.TryGetDateTimeOffset(out var instant)
            ? instant
            : throw new JsonException("Not an instant with its offset.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
