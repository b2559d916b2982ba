using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VksServerless.Cycles;

/// <summary>Names one reporting cycle: 'k' and 15 characters of a to z and 0 to 9.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct CycleId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private readonly string? _text;

    private CycleId(string text) => _text = text;

    /// <summary>The same person and idempotency key always name the same cycle, so that a repeated creation finds the first.</summary>
    public static CycleId From(PersonId person, string idempotencyKey)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{person}\n{idempotencyKey}"));
        return new CycleId("k" + string.Concat(hash.Take(15).Select(value => Alphabet[value % Alphabet.Length])));
    }

    /// <exception cref="FormatException">Not a cycle id.</exception>
    public static CycleId Of(string text) => TryParse(text, out var id) ? id : throw new FormatException($"Not a cycle id: {text}");

    public static bool TryParse([NotNullWhen(true)] string? text, out CycleId id)
    {
        var valid = text is { Length: 16 } && text[0] == 'k' && text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9');
        id = valid ? new CycleId(text!) : default;
        return valid;
    }

    public override string ToString() => _text ?? "";

    private sealed class Json : JsonConverter<CycleId>
    {
        public override CycleId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not a cycle id.");

        public override void Write(Utf8JsonWriter writer, CycleId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
