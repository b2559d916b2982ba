using System.Text.Json;
using System.Text.Json.Serialization;

namespace VksServerless.Kernel;

/// <summary>One text for one value: 999999999999.000000 is written 999999999999, whatever it was added up from.</summary>
internal sealed class NumberJson : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Exact.Normalise(value));
}
