using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VksServerless.Kernel;

/// <summary>An hour is written "16:00:00" and may be given as people write it, "16:00".</summary>
internal sealed class TimeJson : JsonConverter<TimeOnly>
{
    private static readonly string[] Taken = ["HH':'mm", "HH':'mm':'ss", "HH':'mm':'ss'.'FFFFFFF"];

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.TryParseExact(reader.GetString(), Taken, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException("Not an hour.");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToTimeSpan().ToString("c", CultureInfo.InvariantCulture));
}
