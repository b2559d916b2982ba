using System.Text.Json;
using System.Text.Json.Serialization;
using VksServerless.Cycles;
using VksServerless.Web.Door.Bodies;

namespace VksServerless.Web.Api.Cycles;

/// <summary>An instant as it is, or the rule by which it is reckoned.</summary>
[JsonConverter(typeof(Json))]
[OneOf(typeof(DateTimeOffset), typeof(DeadlineRule))]
public sealed record DueBody(DateTimeOffset Instant, DeadlineRule? Rule)
{
    private sealed class Json : JsonConverter<DueBody>
    {
        public override DueBody Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.StartObject
                ? new DueBody(default, JsonSerializer.Deserialize<DeadlineRule>(ref reader, options))
                : new DueBody(JsonSerializer.Deserialize<DateTimeOffset>(ref reader, options), null);

        public override void Write(Utf8JsonWriter writer, DueBody value, JsonSerializerOptions options)
        {
            if (value.Rule is { } rule)
            {
                JsonSerializer.Serialize(writer, rule, options);
            }
            else
            {
                JsonSerializer.Serialize(writer, value.Instant, options);
            }
        }
    }
}

/// <summary>For each tier an instant, or a rule.</summary>
public sealed record DeadlinesBody(DueBody District, DueBody Province, DueBody Supreme);
