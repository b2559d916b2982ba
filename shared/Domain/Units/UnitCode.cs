using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VksServerless.Units;

/// <summary>A unit's short name in the system, e.g. VP, T84, T84-CL. 1 to 32 characters: capitals, digits, hyphens.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct UnitCode : IComparable<UnitCode>
{
    private readonly string? _text;

    private UnitCode(string text) => _text = text;

    /// <summary>The head of the whole tree: Viện kiểm sát nhân dân tối cao.</summary>
    public static UnitCode Sector { get; } = new("VKSTC");

    /// <exception cref="FormatException">Not a unit code.</exception>
    public static UnitCode Of(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"Not a unit code: {text}");

    public static bool TryParse([NotNullWhen(true)] string? text, out UnitCode code)
    {
        var valid = text is { Length: > 0 and <= 32 }
            && text[0] != '-'
            && text.All(c => c is >= 'A' and <= 'Z' or >= '0' and <= '9' or '-');
        code = valid ? new UnitCode(text!) : default;
        return valid;
    }

    public int CompareTo(UnitCode other) => string.CompareOrdinal(_text, other._text);

    public override string ToString() => _text ?? "";

    private sealed class Json : JsonConverter<UnitCode>
    {
        public override UnitCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var code) ? code : throw new JsonException("Not a unit code.");

        public override void Write(Utf8JsonWriter writer, UnitCode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());

        public override UnitCode ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, UnitCode value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString());
    }
}
