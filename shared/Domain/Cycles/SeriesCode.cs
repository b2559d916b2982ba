using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VksServerless.Cycles;

/// <summary>Names a series, e.g. thong-ke-thang: 3 to 40 characters, a to z, 0 to 9 and hyphens, of which none stands first.</summary>
[JsonConverter(typeof(Json))]
public readonly record struct SeriesCode
{
    private const int Longest = 40;

    private readonly string? _text;

    private SeriesCode(string text) => _text = text;

    /// <exception cref="FormatException">Not a series' code.</exception>
    public static SeriesCode Of(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"Not a series' code: {text}");

    /// <summary>As people call it, without accents and without the place of the period's name: bao-cao-thang.</summary>
    public static SeriesCode OfTitle(string title)
    {
        var plain = Search.Plain(title.Replace(SeriesTerms.PeriodName, "", StringComparison.Ordinal))
            .Select(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) ? letter : ' ');
        var words = string.Join('-', string.Concat(plain).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return TryParse(words[..Math.Min(words.Length, Longest)].Trim('-'), out var code) ? code : new SeriesCode("chuoi-ky-bao-cao");
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out SeriesCode code)
    {
        var valid = text is { Length: >= 3 and <= Longest } && text[0] != '-'
            && text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
        code = valid ? new SeriesCode(text!) : default;
        return valid;
    }

    public override string ToString() => _text ?? "";

    private sealed class Json : JsonConverter<SeriesCode>
    {
        public override SeriesCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var code) ? code : throw new JsonException("Not a series' code.");

        public override void Write(Utf8JsonWriter writer, SeriesCode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
