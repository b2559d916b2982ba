using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Difficulties;

/// <summary>Names one difficulty: 'd' and 15 characters of a to z and 0 to 9.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct DifficultyId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private readonly string? _text;

    private DifficultyId(string text) => _text = text;

    /// <summary>The same person and idempotency key always name the same difficulty, so that raising it again finds the first.</summary>
    public static DifficultyId From(PersonId person, string idempotencyKey) => Hashed($"{person}\n{idempotencyKey}");

    /// <summary>What a unit says in a field of its report in a cycle has one name, in whichever version and row it stands.</summary>
    public static DifficultyId From(CycleId cycle, UnitCode unit, FieldCode field, string title, string text) =>
        Hashed($"{cycle}\n{unit}\n{field}\n{title.Length}\n{title}\n{text}");

    /// <exception cref="FormatException">Not a difficulty's id.</exception>
    public static DifficultyId Of(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"Not a difficulty's id: {text}");

    public static bool TryParse([NotNullWhen(true)] string? text, out DifficultyId id)
    {
        var valid = text is { Length: 16 } && text[0] == 'd' && text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9');
        id = valid ? new DifficultyId(text!) : default;
        return valid;
    }

    public override string ToString() => _text ?? "";

    private static DifficultyId Hashed(string text) =>
        new("d" + string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes(text)).Take(15).Select(value => Alphabet[value % Alphabet.Length])));

    private sealed class Json : JsonConverter<DifficultyId>
    {
        public override DifficultyId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not a difficulty's id.");

        public override void Write(Utf8JsonWriter writer, DifficultyId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
